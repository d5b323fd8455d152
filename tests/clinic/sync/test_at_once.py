"""Two devices that send at the same moment, on a database that lets many write."""

import random
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.record import verify_log
from clinic.chart.models import Entry, Person
from clinic.sync.models import SentRow
from clinic.sync.sent import batch_of
from clinic.sync.taking import take
from tests.clinic import build
from tests.clinic.sync.checking import check
from tests.clinic.sync.devices import DAYS, NOW, a_batch, a_row, an_answer

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
THREADS = 6


@pytest.fixture
def own(transactional_db: None) -> tuple[Actor, Person]:
    return build.a_patient(build.a_clinic())


def at_once(by: Actor, person: Person, batches: list[dict[str, Any]]) -> list[str]:
    """Every batch in a thread of its own, all let go at the same moment: what was answered of each row."""
    start = Barrier(len(batches))

    def send(batch: dict[str, Any]) -> list[str]:
        try:
            start.wait(timeout=30)
            with clock.set_to(NOW):
                return [one.status.value for one in take(by, person, batch_of(batch))]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(batches)) as threads:
        return [status for found in threads.map(send, batches) for status in found]


def test_one_row_that_many_send_at_once_is_kept_once(own: tuple[Actor, Person]) -> None:
    by, person = own
    row = a_row()
    assert at_once(by, person, [a_batch(person, row) for _ in range(THREADS)]) == ["saved"] * THREADS
    assert SentRow.objects.count() == Entry.objects.count() == 1


def test_different_answers_at_once_are_all_kept_and_asked(own: tuple[Actor, Person]) -> None:
    by, person = own
    rows = [a_row(says=an_answer(worst)) for worst in range(1, THREADS + 1)]
    told = at_once(by, person, [a_batch(person, row) for row in rows])
    assert (told.count("saved"), told.count("asks")) == (1, THREADS - 1)
    check(by, person, rows)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_comes_at_once_nothing_is_lost_or_doubled(own: tuple[Actor, Person], seed: int) -> None:
    by, person = own
    chance = random.Random(seed)
    rows: list[dict[str, Any]] = []
    for _ in range(24):
        day = chance.choice(DAYS)
        known = [row["key"] for row in rows if row["day"] == day and chance.random() < 0.4]
        key = str(uuid.UUID(int=chance.getrandbits(128), version=4))
        rows.append(a_row(key=key, day=day, says=an_answer(chance.choice((0, 3, 7))), based_on=known))
    batches = [a_batch(person, *chance.sample(rows, len(rows))) for _ in range(THREADS)]
    assert {"saved", "replaced", "asks"} >= set(at_once(by, person, batches))
    check(by, person, rows)
    assert verify_log(by.clinic_id) is None
