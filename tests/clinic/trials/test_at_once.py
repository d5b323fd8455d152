"""Two people keep the same trial at the same moment, and nobody reaches those of another clinic by a side door."""

import re
import uuid
from pathlib import Path

import pytest

import clinic
from clinic.audit.record import verify_log
from clinic.trials.models import TrialEntry
from clinic.trials.signing import verify_kept_trials
from concordant.evidence import Refused
from tests.clinic import build
from tests.clinic.chart.test_at_once import at_once
from tests.clinic.trials.conftest import kept


@pytest.mark.django_db(transaction=True)
def test_one_trial_is_kept_by_one() -> None:
    north = build.a_clinic()
    physio = build.an_actor(north)
    answers = at_once(lambda: kept(physio))
    assert [type(answer) for answer in answers if not isinstance(answer, Refused)] == [TrialEntry]
    assert len(answers) > 1
    assert verify_kept_trials(north.pk) is None
    assert verify_log(north.pk) is None


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_by_an_impatient_finger_is_one_trial() -> None:
    physio, key = build.an_actor(build.a_clinic()), uuid.uuid4()
    answers = at_once(lambda: kept(physio, idempotency_key=key))
    assert set(answers) == {TrialEntry.objects.get()}


def test_kept_trials_are_asked_for_by_clinic() -> None:
    """A convention that is not checked is none."""
    sources = Path(clinic.__file__).parent.rglob("*.py")
    wrong = [
        f"{source.name}: {match}"
        for source in sources
        for match in re.findall(r"TrialEntry\.objects\.(?!filter\(clinic_id=)\w+", source.read_text("utf-8"))
    ]
    assert wrong == []
