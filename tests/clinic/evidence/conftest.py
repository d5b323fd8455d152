"""Readers of the evidence."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import PATIENT, PHYSIOTHERAPIST
from tests.clinic import build

Get = Callable[..., str]


def opened(client: Client, address: str, status: int = 200, **query: Any) -> str:
    answer = client.get(address, query)
    assert answer.status_code == status, answer
    return answer.text


@pytest.fixture
def physio(client: Client, clinic: Clinic) -> Client:
    client.force_login(build.a_user(clinic, PHYSIOTHERAPIST))
    return client


@pytest.fixture
def patient(client: Client, clinic: Clinic) -> Client:
    client.force_login(build.a_user(clinic, PATIENT))
    return client


@pytest.fixture
def read(physio: Client) -> Get:
    """A page as a physiotherapist reads it."""
    return lambda address, status=200, **query: opened(physio, address, status, **query)
