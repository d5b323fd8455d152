"""Pages that need a permission."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from clinic.accounts.roles import Permission
from clinic.audit.actor import Actor
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Subject

View = Callable[..., HttpResponse]


def allow(by: Actor, *any_of: Permission) -> None:
    """Go on only with at least one of these permissions."""
    if not any(by.may(permission) for permission in any_of):
        raise PermissionDenied(f"needs: {' or '.join(any_of)}")


def needs(permission: Permission) -> Callable[[View], View]:
    """Refuse the page to those without this permission, and keep a record of the refusal."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            by = Actor.of(request)
            with refusals_recorded(by=by, action=Action.VIEW, subject=Subject("page", permission.value)):
                allow(by, permission)
            return view(request, *args, **kwargs)

        return guarded

    return decorate
