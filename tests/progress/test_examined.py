"""A visit at which only new warning signs were asked for is no retest."""

from datetime import timedelta

import pytest

from concordant.progress import newest_retest
from concordant.progress.examined import was_examined, was_only_asked
from concordant.progress.next_retest import next_retest
from tests.people import FIRST_VISIT, asked_everything, record

WEEK_4 = FIRST_VISIT + timedelta(weeks=4)


def seen(facts):
    """In care since the first visit, seen again in week 4 with these facts."""
    treated = [{"date": FIRST_VISIT.isoformat(), "discipline": "rmt"}]
    case = asked_everything(treatments=treated)
    case["visits"].append({"date": WEEK_4.isoformat(), "facts": facts})
    return record(case, WEEK_4)


@pytest.mark.parametrize(
    ("facts", "examined", "only_asked"),
    [
        ({}, False, False),
        ({"new_red_flag_sign": False}, False, True),
        ({"new_red_flag_sign": True}, False, True),
        ({"new_red_flag_sign": False, "headache_now": False}, True, False),
    ],
)
def test_what_makes_a_retest(facts, examined, only_asked):
    visit = seen(facts).visits["1"]
    assert (was_examined(visit), was_only_asked(visit)) == (examined, only_asked)


def test_the_question_alone_ends_no_retest_that_is_due_and_is_none():
    asked, tested = seen({"new_red_flag_sign": False}), seen({"new_red_flag_sign": False, "headache_now": False})
    late, done = next_retest(asked), next_retest(tested)
    assert late is not None
    assert late.late_since == WEEK_4
    assert done is not None
    assert done.late_since is None
    assert (newest_retest(asked), newest_retest(tested)) == ("0", "1")
