"""Someone who is cared for. Names live here and nowhere else in the chart."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.accounts.roles import Permission

if TYPE_CHECKING:
    from clinic.accounts.models import User


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, user: "User | AnonymousUser") -> "PersonQuerySet":
        """The people whose existence `user` may know of. Every page starts here."""
        if isinstance(user, AnonymousUser):
            return self.none()
        in_clinic = self.filter(clinic_id=user.clinic_id)
        if user.may(Permission.SEE_PEOPLE):
            return in_clinic
        if user.may(Permission.OPEN_OWN_CHART):
            return in_clinic.filter(user=user)
        return self.none()

    def matching(self, text: str) -> "PersonQuerySet":
        """Each word is found in a name or begins the chart number."""
        found = self
        for word in text.split():
            found = found.filter(
                Q(given_name__icontains=word)
                | Q(family_name__icontains=word)
                | Q(preferred_name__icontains=word)
                | Q(chart_number__istartswith=word)
            )
        return found


class Person(models.Model):
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="people", verbose_name=_("clinic"))
    chart_number = models.CharField(_("chart number"), max_length=20)
    given_name = models.CharField(_("given name"), max_length=100)
    family_name = models.CharField(_("family name"), max_length=100)
    preferred_name = models.CharField(_("preferred name"), max_length=100, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("own account"),
    )
    account_closed_at = models.DateTimeField(_("account closed by the person at"), null=True, blank=True)
    """The last time; the clinic may have given them a new one since."""

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["family_name", "given_name", "id"]
        indexes = [models.Index(fields=["clinic", "family_name", "given_name", "id"], name="people_of_clinic")]
        constraints = [models.UniqueConstraint(fields=["clinic", "chart_number"], name="chart_number_once_in_clinic")]

    def __str__(self) -> str:
        return f"{self.name} ({self.chart_number})"

    @property
    def name(self) -> str:
        """As they like to be called, with the family name."""
        return f"{self.preferred_name or self.given_name} {self.family_name}"
