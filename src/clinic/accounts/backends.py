"""Who is asking, in one statement."""

from allauth.account.auth_backends import AuthenticationBackend

from clinic.accounts.models import User


class ClinicBackend(AuthenticationBackend):
    """Every page needs the clinic of its reader: it comes along with the account."""

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.select_related("clinic").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
