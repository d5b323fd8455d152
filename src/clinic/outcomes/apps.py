from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutcomesConfig(AppConfig):
    name = "clinic.outcomes"
    label = "outcomes"
    verbose_name = _("Questionnaires and ratings")

    def ready(self) -> None:
        """A value set that cannot be read stops the program at its start, and not in the middle of a visit."""
        from clinic.outcomes.value_set import value_set

        value_set()
