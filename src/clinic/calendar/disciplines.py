"""The two disciplines that are booked."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Discipline(models.TextChoices):
    """The words of a booking instance."""

    PHYSIO = "physio", _("Physiotherapy")
    RMT = "rmt", _("Massage therapy")
