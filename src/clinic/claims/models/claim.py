"""Who is billed for a person, and by what the insurer knows them: said anew whenever something of it changes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.chart.models import Person
from clinic.ledger.models import AppendOnly


class Payer(models.TextChoices):
    """The words of the case file, and the patient."""

    ICBC = "icbc", _("ICBC")
    WORKSAFEBC = "worksafebc", _("WorkSafeBC")
    EXTENDED = "extended", _("Extended health plan")
    PATIENT = "private", _("Patient")


class Claim(AppendOnly):
    """A claim counts from a day until the next one counts (:mod:`clinic.claims.by_day`). It is said anew in a further
    row, which mends the one before.

    Names, birth date and health number are as on the driver licence or BC Services Card, for the insurer's matching
    (icbc_rules R32). They stand here and not in the chart: who bills opens no chart, and who treats reads no number.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="claims", verbose_name=_("person"))
    payer = models.CharField(_("payer"), max_length=12, choices=Payer.choices)
    since = models.DateField(_("counts from"), null=True, blank=True)
    """None: from the first visit on."""
    mends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("says anew")
    )
    """The row that no longer counts because of this one; none where this is another claim."""
    number = models.CharField(_("claim number"), max_length=20, blank=True)
    accident_on = models.DateField(_("day of the accident"), null=True, blank=True)
    adjuster = models.CharField(_("adjuster"), max_length=200, blank=True)
    legal_given_name = models.CharField(_("legal given name"), max_length=100, blank=True)
    legal_family_name = models.CharField(_("legal family name"), max_length=100, blank=True)
    born_on = models.DateField(_("birth date"), null=True, blank=True)
    health_number = models.CharField(_("personal health number"), max_length=10, blank=True)
    checked_on = models.DateField(_("claim number checked with the insurer on"), null=True, blank=True)
    visits = models.JSONField(_("visits elsewhere and approved plans"), default=dict, blank=True)
    """Facts of the claim as the case file has them, and its plans (:mod:`clinic.claims.claim_facts`): what the person
    and the insurer told the desk."""
    said_at = models.DateTimeField(_("written down at"))
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written down by")
    )

    class Meta(AppendOnly.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "id"], name="claims_of_person")]

    def __str__(self) -> str:
        return f"{self.payer} {self.number}"

    @property
    def legal_name(self) -> str:
        return f"{self.legal_given_name} {self.legal_family_name}".strip()
