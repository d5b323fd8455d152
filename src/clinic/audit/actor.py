"""Who acts, and from where."""

from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from clinic.accounts.models import User
from clinic.accounts.roles import Permission

NO_CLINIC = 0
_ADDRESS_LENGTH = 45
_DEVICE_LENGTH = 200


@dataclass(frozen=True)
class Actor:
    """The person behind a request or a command; nobody, where someone only tried to sign in."""

    user: User | None = None
    address: str = ""
    device: str = ""

    @classmethod
    def of(cls, request: HttpRequest, user: User | None = None) -> "Actor":
        """`user` is named only where the request does not know them yet: while signing in or out."""
        if user is None and isinstance(getattr(request, "user", None), User):
            user = request.user  # type: ignore[assignment]
        # A request made by a command or a test may come from nowhere.
        known = "REMOTE_ADDR" in request.META
        return cls(
            user=user,
            address=get_adapter(request).get_client_ip(request)[:_ADDRESS_LENGTH] if known else "",
            device=request.headers.get("User-Agent", "")[:_DEVICE_LENGTH],
        )

    @property
    def clinic_id(self) -> int:
        return (self.user.clinic_id if self.user else None) or NO_CLINIC

    def may(self, permission: Permission) -> bool:
        return self.user is not None and self.user.may(permission)
