"""A physiotherapist with a browser, and a trial to bring."""

import uuid

import pytest
import yaml
from django.test import Client

from clinic.audit.actor import Actor
from clinic.trials.models import TrialEntry
from clinic.trials.signing import keep_trial
from tests.clinic.forms.sending import signed_in
from tests.evidence.living.example import written

REASON = "The paper lies before me; its Table 2."


@pytest.fixture
def desk(client: Client, physio: Actor) -> Client:
    return signed_in(client, physio)


def a_trial(number: int = 1, **changed) -> str:
    """A paper of our own making; another number is another trial."""
    changed = {"trial_id": f"example{number}", "doi": f"10.1234/example.{number}", **changed}
    return written(**changed)


def kept(by: Actor, text: str | None = None, **more) -> TrialEntry:
    more.setdefault("idempotency_key", uuid.uuid4())
    return keep_trial(by=by, text=a_trial() if text is None else text, **{"reason": REASON, **more})


def with_second(**changed) -> str:
    """The trial with a second result, which differs by this."""
    given = yaml.safe_load(a_trial())
    given["results"].append({**yaml.safe_load(a_trial())["results"][0], **changed})
    return yaml.safe_dump(given)
