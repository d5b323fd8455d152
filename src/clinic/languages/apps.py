from django.apps import AppConfig
from django.utils.formats import get_format
from django.utils.translation import gettext, gettext_lazy, ngettext

from concordant.language import Translator, speak


class LanguagesConfig(AppConfig):
    name = "clinic.languages"
    label = "languages"
    verbose_name = gettext_lazy("Languages")

    def ready(self) -> None:
        """What the library says is said in the language of the page as well."""
        speak(Translator(gettext, ngettext, lambda: str(get_format("DECIMAL_SEPARATOR"))))
