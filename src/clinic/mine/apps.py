from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MineConfig(AppConfig):
    name = "clinic.mine"
    label = "mine"
    verbose_name = _("A person’s own pages")
