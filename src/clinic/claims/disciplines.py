"""The disciplines of a claim, and what the chart calls them."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models
from django.utils.translation import gettext_lazy as _

from concordant.payers import CLAIMED


class Discipline(models.TextChoices):
    """As claims name them, and as far as this clinic gives them."""

    PHYSIOTHERAPY = "physiotherapy", _("Physiotherapy")
    MASSAGE_THERAPY = "massage_therapy", _("Massage therapy")
    KINESIOLOGY = "kinesiology", _("Kinesiology")
    COUNSELLING = "counselling", _("Counselling")
    PSYCHOLOGY = "psychology", _("Psychology")
    ACUPUNCTURE = "acupuncture", _("Acupuncture")
    CHIROPRACTIC = "chiropractic", _("Chiropractic")


BOOKED: Mapping[str, str] = MappingProxyType({"physio": "physiotherapy", "rmt": "massage_therapy"})
"""The words of the calendar -> those of a claim."""


def of_chart(discipline: str) -> str:
    """The discipline of a treatment as claims name it; empty for one that nobody claims."""
    return CLAIMED.get(discipline, "")
