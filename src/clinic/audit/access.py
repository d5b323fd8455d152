"""Pages that need a permission."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from clinic.accounts.roles import Permission
from clinic.audit.actor import Actor
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Subject

View = Callable[..., HttpResponse]
AnyView = TypeVar("AnyView", bound=Callable[..., HttpResponseBase])
"""A page, or something that is sent piece by piece."""


def allow(by: Actor, *any_of: Permission) -> None:
    """Go on only with at least one of these permissions."""
    if not any(by.may(permission) for permission in any_of):
        raise PermissionDenied(f"needs: {' or '.join(any_of)}")


def needs(permission: Permission) -> Callable[[AnyView], AnyView]:
    """Refuse the page to those without this permission, and keep a record of the refusal."""

    def decorate(view: AnyView) -> AnyView:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            by = Actor.of(request)
            with refusals_recorded(by=by, action=Action.VIEW, subject=Subject("page", permission.value)):
                allow(by, permission)
            return view(request, *args, **kwargs)

        return cast("AnyView", guarded)

    return decorate
