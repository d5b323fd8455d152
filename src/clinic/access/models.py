"""What was handed out to get in with, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic import clock
from clinic.chart.models import Person


class SignInLink(models.Model):
    """A link that was mailed. It opens one account once, and only while the account is as it was."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("account"))
    key_digest = models.CharField(max_length=64, unique=True)
    account = models.CharField(max_length=64)
    then = models.CharField(max_length=200, blank=True)
    """The page they wanted when they had to sign in."""
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("sign-in link")
        verbose_name_plural = _("sign-in links")
        indexes = [models.Index(fields=["user", "made_at"], name="sign_in_links_of_account")]

    def __str__(self) -> str:
        return f"{self.user_id} until {self.expires_at:%Y-%m-%d %H:%M}"


class Ended(models.TextChoices):
    """Why an invitation opens nothing any more, besides its last day."""

    TAKEN = "taken", _("taken up")
    WITHDRAWN = "withdrawn", _("withdrawn")
    TRIED = "tried", _("too many wrong dates of birth")
    REPLACED = "replaced", _("replaced by a newer one")


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        return self.filter(ended_at=None, expires_at__gt=clock.now())


class Invitation(models.Model):
    """The first way in, by mail or on paper, for the one who knows the date of birth."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations", verbose_name=_("person"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made"))
    expires_at = models.DateTimeField(_("until"))
    email = models.EmailField(_("e-mail"), blank=True)
    """Where it was mailed to, while it is open; empty: on paper."""
    language = models.CharField(max_length=10)
    code_digest = models.CharField(max_length=64, unique=True)
    birth_digest = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    ended = models.CharField(max_length=10, blank=True, choices=Ended)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at__isnull=True), name="one_open_invitation_of_a_person"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended="") | (Q(ended_at__isnull=False) & ~Q(ended="")),
                name="invitation_says_how_it_ended",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} until {self.expires_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        return self.ended_at is None and self.expires_at > clock.now()
