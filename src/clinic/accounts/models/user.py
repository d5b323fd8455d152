"""Someone who signs in."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models.clinic import Clinic
from clinic.accounts.roles import ROLES, Permission, Role


class User(AbstractUser):
    """Belongs to one clinic, in one role. A superuser keeps the system running and sees no charts."""

    clinic = models.ForeignKey(
        Clinic, models.PROTECT, null=True, blank=True, related_name="users", verbose_name=_("clinic")
    )
    role = models.CharField(
        _("role"), max_length=20, blank=True, choices=[(role.key, role.name) for role in ROLES.values()]
    )
    language = models.CharField(_("language"), max_length=10, blank=True, choices=settings.LANGUAGES)
    """Empty: as their browser asks. Read on the pages of patients alone."""

    class Meta(AbstractUser.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(is_superuser=True) | (Q(clinic__isnull=False) & ~Q(role="")),
                name="user_has_clinic_and_role",
            )
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        return self.get_full_name() or self.get_username()

    @property
    def place(self) -> Role | None:
        """The role with its name and description; none for a superuser."""
        return ROLES.get(self.role)

    def may(self, permission: Permission) -> bool:
        role = self.place
        return self.is_active and self.clinic_id is not None and role is not None and permission in role.permissions
