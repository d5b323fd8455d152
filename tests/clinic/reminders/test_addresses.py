"""Secrets in addresses: what no secret can look like is nobody's, and no database has to see it."""

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/reminders/{}/diary.ics", "/reminders/stop/{}/", "/calendar-feed/{}/visits.ics"])
@pytest.mark.parametrize("key", ["%00", "a%00b", "é", "a%20b", "%2e%2e"])
def test_no_key_of_ours(address: str, key: str) -> None:
    assert Client().get(address.format(key)).status_code == 404
