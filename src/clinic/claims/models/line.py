"""One line of a bill: one visit, or one that was missed, for one who pays. What becomes of it is said by its events."""

from decimal import Decimal
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.chart.models import Entry, Person
from clinic.claims.disciplines import Discipline
from clinic.claims.models.claim import Claim, Payer
from clinic.claims.money import ZERO, MoneyField
from clinic.ledger.models import AppendOnly, AppendOnlyQuerySet


class Item(models.TextChoices):
    """What is billed."""

    INITIAL = "initial", _("First visit")
    STANDARD = "standard", _("Further visit")
    NO_SHOW = "no_show", _("Missed visit")
    LATE = "late_cancelled", _("Visit cancelled late")


MISSED = (Item.NO_SHOW, Item.LATE)
"""No insurer pays for them (icbc_rules R13)."""


class Route(models.TextChoices):
    """By which way it goes (operations 1.5)."""

    PORTAL = "portal", _("Provider portal (HCPP)")
    WEB_FORM = "web_form", _("Web form (HCPIR)")
    MANUAL = "manual", _("E-mail, by hand")
    PATIENT = "patient", _("To the patient")


class State(models.TextChoices):
    DRAFT = "draft", _("To be looked at")
    CHECKED = "checked", _("Ready to send")
    SENT = "sent", _("Sent")
    PART_PAID = "part_paid", _("Paid in part")
    PAID = "paid", _("Paid")
    REJECTED = "rejected", _("Refused")
    ADJUSTED = "adjusted", _("Adjusted")
    CREDITED = "credited", _("Credited")
    WITHDRAWN = "withdrawn", _("Withdrawn before sending")


OPEN = (State.DRAFT, State.CHECKED)
"""Nobody outside has seen it yet."""
OVER = (State.CREDITED, State.WITHDRAWN)
"""It bills nothing any more."""


class LineQuerySet(AppendOnlyQuerySet["InvoiceLine"]):
    def with_state(self) -> Any:
        """With ``state``, ``problems`` and ``moves`` (its number) of the newest event, and whether the patient has
        agreed to pay (``is_accepted``)."""
        accepted = LineEvent.objects.filter(line=OuterRef("pk"), accepts=True)
        newest = LineEvent.objects.filter(line=OuterRef("pk")).order_by("-number")
        return self.annotate(
            state=Subquery(newest.values("state")[:1]),
            problems=Subquery(newest.values("problems")[:1]),
            moves=Subquery(newest.values("number")[:1]),
            is_accepted=Exists(accepted),
        )

    def unsent(self) -> Any:
        """What was proposed, stands, and has not gone to whoever pays."""
        return self.filter(replaced_by=None).with_state().filter(state__in=OPEN)

    def of_clinic(self, clinic_id: int) -> "LineQuerySet":
        return self.filter(clinic_id=clinic_id)


class InvoiceLine(AppendOnly):
    """Never changed. What turns out otherwise before it is sent is withdrawn, and after that credited, and a new line
    takes its place: ``replaces`` makes them a chain, of which the last alone can bill anything."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="lines", verbose_name=_("clinic"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="lines", verbose_name=_("person"))
    claim = models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name="lines", verbose_name=_("claim")
    )
    payer = models.CharField(_("payer"), max_length=12, choices=Payer.choices)
    for_patient = models.BooleanField(_("paid by the patient"))
    discipline = models.CharField(_("discipline"), max_length=20, choices=Discipline.choices)
    service_date = models.DateField(_("day of the visit"))
    item = models.CharField(_("visit"), max_length=14, choices=Item.choices)
    minutes = models.PositiveSmallIntegerField(_("length, minutes"), null=True, blank=True)
    net = MoneyField(_("amount before tax"), null=True, blank=True)
    """None: nobody knows it yet, and the line cannot be sent."""
    gst = MoneyField(_("GST"), default=Decimal("0.00"))
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="lines",
        verbose_name=_("practitioner"),
    )
    entry = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="lines", verbose_name=_("signed note")
    )
    """The version of the note that is billed."""
    visit = models.BigIntegerField(_("visit"), null=True, blank=True)
    """The key of the note as it was first signed: the same through all amendments."""
    row = models.PositiveSmallIntegerField(_("place in the note"), default=0)
    appointment = models.BigIntegerField(_("appointment"), null=True, blank=True)
    """The key of one that was missed. It points at nothing: the calendar may go its own way."""
    route = models.CharField(_("way"), max_length=10, choices=Route.choices)
    because = models.JSONField(_("rules"), default=list)
    """Ids of the rules that decided, as the care library has them."""
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("replaces")
    )
    turn = models.PositiveSmallIntegerField(_("turn of the day"), default=1)
    """Of the lines to insurers for one person, discipline and day: two at once cannot both be the next."""
    proposed_at = models.DateTimeField(_("proposed at"))

    objects: ClassVar[Any] = LineQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        verbose_name = _("line")
        verbose_name_plural = _("lines")
        ordering = ["service_date", "id"]
        indexes = [
            models.Index(fields=["clinic", "service_date", "id"], name="lines_of_clinic"),
            models.Index(fields=["person", "service_date", "id"], name="lines_of_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "row", "for_patient"],
                condition=Q(replaces__isnull=True, visit__isnull=False),
                name="visit_billed_once_to_each",
            ),
            models.UniqueConstraint(
                fields=["person", "discipline", "service_date", "turn"],
                condition=Q(for_patient=False),
                name="insurer_asked_one_after_the_other",
            ),
            models.UniqueConstraint(
                fields=["clinic", "appointment"],
                condition=Q(replaces__isnull=True, appointment__isnull=False),
                name="missed_visit_billed_once",
            ),
            models.CheckConstraint(condition=Q(net__isnull=True) | Q(net__gt=0), name="line_is_about_money"),
            models.CheckConstraint(condition=Q(gst__gte=0), name="line_tax_is_not_negative"),
            models.CheckConstraint(
                condition=(Q(item__in=MISSED) & Q(visit__isnull=True, for_patient=True))
                | (~Q(item__in=MISSED) & Q(visit__isnull=False, entry__isnull=False)),
                name="line_is_of_a_visit_or_of_a_missed_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service_date} {self.discipline} {self.payer} ({self.pk})"

    @property
    def total(self) -> Decimal:
        """With tax; nothing while the amount is not known."""
        return ZERO if self.net is None else self.net + self.gst


class LineEvent(AppendOnly):
    """What became of a line. The newest says where it stands, and what is wrong with it."""

    line = models.ForeignKey(InvoiceLine, models.PROTECT, related_name="events", verbose_name=_("line"))
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    problems = models.JSONField(_("problems"), default=list)
    accepts = models.BooleanField(_("the patient pays what the insurer does not cover"), default=False)
    reason = models.CharField(_("reason"), max_length=400, blank=True)
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("event of a line")
        verbose_name_plural = _("events of lines")
        ordering = ["line", "number"]
        constraints = [
            # Two who act on the same state at once cannot both be the next.
            models.UniqueConstraint(fields=["line", "number"], name="line_goes_one_way")
        ]

    def __str__(self) -> str:
        return f"{self.line_id} {self.number} {self.state}"
