"""Signing in and sending forms, in tests."""

import uuid
from typing import Any

from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from tests.clinic import build

A_AND_B: dict[str, Any] = {"headaches": [{"id": "A", "name": "from the neck"}, {"id": "B", "name": "throbbing"}]}


def signed_in(client: Client, by: Actor) -> Client:
    assert by.user is not None
    client.force_login(by.user)
    return client


def a_form(do: Any = "sign", **answers: Any) -> dict[str, Any]:
    """What a browser sends; `key` is new unless it is given."""
    return {"key": str(uuid.uuid4()), "do": do, **answers}


def with_headaches(by: Actor, person: Person, *ids: str) -> Entry:
    content = {"headaches": [{"id": one} for one in ids]}
    return build.an_entry(by, person, kind="history", content=content)


def newest() -> Entry:
    return Entry.objects.order_by("-id")[0]
