from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrialsConfig(AppConfig):
    name = "clinic.trials"
    label = "trials"
    verbose_name = _("Trials that a clinic keeps")
