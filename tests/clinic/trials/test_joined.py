"""A kept trial moves the advice's figure on the advice's own page, in its clinic alone."""

from html import unescape

from django.test import Client

from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from tests.clinic import build
from tests.clinic.forms.sending import signed_in
from tests.clinic.trials.conftest import kept

ADVICE = "/evidence/advice/spinal-manipulation/"


def test_the_advice_is_computed_with_what_the_clinic_keeps(client: Client, physio: Actor, other_clinic: Clinic) -> None:
    """metafor 3.8-1: −3.00 (−12.20 to 6.20); the R line stands in tests/evidence/living/test_moving.py."""
    alone = unescape(signed_in(client, physio).get(ADVICE).text)
    kept(physio)
    joined = unescape(client.get(ADVICE).text)
    for told in ("−3.00 (−12.20 to 6.20)", "Example 2027", "kept by this clinic, not in the reviewed library"):
        assert told in joined, told
        assert told not in alone, told
    stranger = unescape(signed_in(client, build.an_actor(other_clinic)).get(ADVICE).text)
    assert "Example 2027" not in stranger
