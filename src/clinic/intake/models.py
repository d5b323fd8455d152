"""Somebody without a chart who asked a clinic for a first visit and to keep their self-check for it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.chart.models import Person


class FirstVisit(models.Model):
    """No entry of a chart: nobody has signed it. It goes when it is taken up, let go or too old (decision 29)."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="first_visits", verbose_name=_("clinic"))
    key = models.UUIDField(_("key of the form that was sent"), unique=True)
    code = models.CharField(_("code"), max_length=8)
    given_name = models.CharField(_("given name"), max_length=100)
    family_name = models.CharField(_("family name"), max_length=100)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    answers = models.JSONField(_("answers"))
    rough = models.JSONField(_("days known only to a month or a year"), default=dict)
    checked_on = models.DateField(_("day of the self-check"))
    action = models.CharField(_("what the person was told to do"), max_length=20, blank=True)
    agreed_to = models.TextField(_("what the person agreed to, as it was shown"))
    made_at = models.DateTimeField(_("asked at"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="first_visits", verbose_name=_("taken up as")
    )
    taken_up_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("taken up by")
    )

    class Meta:
        verbose_name = _("asked for a first visit")
        verbose_name_plural = _("asked for a first visit")
        ordering = ["-made_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["clinic", "code"], name="first_visit_code_once_in_clinic")]

    def __str__(self) -> str:
        return f"{self.code} ({self.pk})"

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    @property
    def shown_code(self) -> str:
        """In two halves, to be read out."""
        return f"{self.code[:4]}-{self.code[4:]}"
