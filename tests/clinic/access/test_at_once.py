"""Two who come with the same thing at the same moment: one gets in. SQLite and PostgreSQL decide it differently."""

from datetime import timedelta

import pytest

from clinic import clock
from clinic.access import keys, links
from clinic.access.models import Ended, Invitation, SignInLink
from clinic.access.taking_up import Wrong, take_up
from clinic.accounts.models import User
from clinic.accounts.roles import FRONT_DESK, PATIENT
from clinic.audit.actor import Actor
from clinic.audit.record import verify_log
from tests.clinic import build
from tests.clinic.access.conftest import ADDRESS, BORN, invited
from tests.clinic.chart.test_at_once import WRITERS, at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_link_opens_for_one() -> None:
    user = build.a_user(build.a_clinic(), PATIENT, email=ADDRESS)
    key, now = keys.new_key(), clock.now()
    SignInLink.objects.create(
        user=user,
        key_digest=keys.digest_of_key(key),
        account=keys.account_as_it_is(user),
        made_at=now,
        expires_at=now + timedelta(minutes=1),
    )
    answers = at_once(lambda: links.use(key))
    assert sorted(answers, key=str) == sorted([(user, ""), *[None] * (WRITERS - 1)], key=str)


def test_an_invitation_is_taken_up_by_one() -> None:
    clinic = build.a_clinic()
    person = build.a_person(clinic)
    code = invited(build.an_actor(clinic, FRONT_DESK), person).split("/")[2]
    answers = at_once(lambda: take_up(code=code, born=BORN, origin=Actor()))
    assert sorted(type(answer).__name__ for answer in answers) == [*["NoneType"] * (WRITERS - 1), "User"]
    assert User.objects.filter(role=PATIENT.key).count() == 1
    assert verify_log(clinic.pk) is None


def test_guesses_that_arrive_together_share_no_try(settings: pytest.FixtureRequest) -> None:
    settings.INVITATION_TRIES = WRITERS - 1  # type: ignore[attr-defined]
    clinic = build.a_clinic()
    person = build.a_person(clinic)
    code = invited(build.an_actor(clinic, FRONT_DESK), person).split("/")[2]
    answers = at_once(lambda: take_up(code=code, born=BORN + timedelta(days=1), origin=Actor()))
    assert sum(isinstance(answer, Wrong) for answer in answers) == WRITERS - 1
    assert Invitation.objects.get().ended == Ended.TRIED
