"""On what terms the clinic bills. Every row holds from a day on, and the newest row of that day stands.

Nothing is changed: a visit of last year is billed on the terms of last year. What was wrong from the beginning is
withdrawn by a row of its own.
"""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.claims.disciplines import Discipline
from clinic.claims.models.claim import Payer
from clinic.claims.money import MoneyField
from clinic.ledger.models import AppendOnly

MOST_MINUTES = 480


class Membership(AppendOnly):
    """Whether the clinic is a member of the insurer's Recovery Network, from a day on (icbc_rules R22, R23)."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="memberships", verbose_name=_("clinic"))
    from_day = models.DateField(_("from"))
    is_member = models.BooleanField(_("member"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["clinic", "from_day", "id"]

    def __str__(self) -> str:
        return f"{self.from_day} {self.is_member}"


class VendorNumber(AppendOnly):
    """By which the insurer knows who is paid: the clinic, or one practitioner (icbc_rules R33)."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="vendor_numbers", verbose_name=_("clinic"))
    payee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="vendor_numbers",
        verbose_name=_("practitioner who is paid"),
    )
    """None where the clinic is paid."""
    number = models.CharField(_("vendor number"), max_length=20)
    from_day = models.DateField(_("from"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("vendor number")
        verbose_name_plural = _("vendor numbers")
        ordering = ["clinic", "from_day", "id"]

    def __str__(self) -> str:
        return self.number


class Price(AppendOnly):
    """What the clinic asks for a visit, before tax."""

    class Kind(models.TextChoices):
        INITIAL = "initial", _("First visit")
        STANDARD = "standard", _("Further visit")

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="prices", verbose_name=_("clinic"))
    discipline = models.CharField(_("discipline"), max_length=20, choices=Discipline.choices)
    item = models.CharField(_("visit"), max_length=10, choices=Kind.choices)
    minutes = models.PositiveSmallIntegerField(
        _("length, minutes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MINUTES)],
    )
    """None: whatever its length."""
    amount = MoneyField(_("price before tax"))
    from_day = models.DateField(_("from"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        ordering = ["clinic", "discipline", "item", "minutes", "from_day", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="price_is_something"),
        ]

    def __str__(self) -> str:
        return f"{self.discipline} {self.item} {self.amount}"


class FeeLimit(AppendOnly):
    """What an insurer pays for a visit: the most that ICBC does, where the clinic was told it and the published tables
    do not have it, or what WorkSafeBC does by its contract, which nobody publishes (W02)."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="fee_limits", verbose_name=_("clinic"))
    payer = models.CharField(
        _("payer"),
        max_length=12,
        choices=[(one.value, one.label) for one in (Payer.ICBC, Payer.WORKSAFEBC)],
        default=Payer.ICBC,
    )
    discipline = models.CharField(_("discipline"), max_length=20, choices=Discipline.choices)
    item = models.CharField(_("visit"), max_length=10, choices=Price.Kind.choices)
    amount = MoneyField(_("fee limit before tax"))
    source = models.CharField(_("where it was read"), max_length=200)
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to, included"), null=True, blank=True)
    """None: until another row replaces it. After it nobody knows the limit."""

    class Meta(AppendOnly.Meta):
        verbose_name = _("fee limit")
        verbose_name_plural = _("fee limits")
        ordering = ["clinic", "discipline", "item", "from_day", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="fee_limit_is_something"),
            # A number without its source is a guess.
            models.CheckConstraint(condition=~Q(source=""), name="fee_limit_has_a_source"),
            models.CheckConstraint(
                condition=Q(to_day__isnull=True) | Q(to_day__gte=F("from_day")), name="fee_limit_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.discipline} {self.item} {self.amount}"


class Licence(AppendOnly):
    """A practitioner's registration with the college of a discipline, as a bill names it."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="licences", verbose_name=_("clinic"))
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="licences", verbose_name=_("practitioner")
    )
    discipline = models.CharField(_("discipline"), max_length=20, choices=Discipline.choices)
    college = models.CharField(_("college"), max_length=120)
    number = models.CharField(_("licence number"), max_length=40)
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to, included"), null=True, blank=True)

    class Meta(AppendOnly.Meta):
        verbose_name = _("licence")
        verbose_name_plural = _("licences")
        ordering = ["clinic", "practitioner", "discipline", "from_day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_day__isnull=True) | Q(to_day__gte=F("from_day")), name="licence_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.discipline})"
