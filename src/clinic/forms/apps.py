from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FormsConfig(AppConfig):
    name = "clinic.forms"
    label = "fact_forms"
    verbose_name = _("Forms made from the dictionary")
