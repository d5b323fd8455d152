"""Two devices, off and on line, with crashes between the steps: nothing lost, nothing doubled, whatever the order."""

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.sync.sent import batch_of
from clinic.sync.taking import take
from tests.clinic import build
from tests.clinic.sync.checking import chart_says, check
from tests.clinic.sync.devices import DAYS, NOW, a_batch, interleave


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_nothing_is_lost_and_nothing_doubled(clinic: Clinic, seed: int) -> None:
    by, person = build.a_patient(clinic)
    check(by, person, interleave(by, person, seed))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_the_order_of_arrival_makes_no_difference(clinic: Clinic, seed: int) -> None:
    by, person = build.a_patient(clinic)
    rows = interleave(by, person, seed)
    random.Random(seed).shuffle(rows)
    by, other = build.a_patient(clinic)
    with clock.set_to(NOW):
        for row in rows:
            take(by, other, batch_of(a_batch(other, row)))
    check(by, other, rows)
    assert [chart_says(other, day) for day in DAYS] == [chart_says(person, day) for day in DAYS]
