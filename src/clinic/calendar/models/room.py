"""A room, as real as a clinician: it holds one visit at a time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic


class Room(models.Model):
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="rooms", verbose_name=_("clinic"))
    name = models.CharField(_("name"), max_length=40)
    for_physio = models.BooleanField(_("for physiotherapy"), default=True)
    for_rmt = models.BooleanField(_("for massage"), default=True)
    closed_on = models.DateField(_("no longer used from"), null=True, blank=True)

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["clinic", "name"], name="room_once_in_clinic"),
            models.CheckConstraint(
                condition=models.Q(for_physio=True) | models.Q(for_rmt=True), name="room_serves_someone"
            ),
        ]

    def __str__(self) -> str:
        return self.name
