"""By when: an urgent flag counts from the day it was raised, and finding it again moves nothing."""

from datetime import date, timedelta

import pytest

from concordant.safety import Action
from tests.people import FIRST_VISIT, asked_everything, assessed

LATER = date(2024, 3, 1)


def open_flag(identity, case, as_of=LATER):
    return next(one for one in assessed(case, as_of).safety.open if one.flag.id == identity)


@pytest.mark.parametrize(
    ("identity", "facts", "by"),
    [
        ("snnoop_n2", {"seizure_new": True}, date(2024, 1, 8)),
        ("snnoop_p7", {"painful_red_eye": True}, date(2024, 1, 8)),
        ("snnoop_p5", {"progressive_worsening": True}, date(2024, 1, 15)),
        ("snnoop_p6", {"pregnant_or_postpartum": "pregnant"}, None),
    ],
)
def test_the_term_of_each_action(identity, facts, by):
    assert open_flag(identity, asked_everything(**facts), FIRST_VISIT).by == by


def test_finding_it_again_does_not_move_the_term():
    case = asked_everything(hand_clumsiness=True, lhermitte=True)
    for day in ("2024-01-20", "2024-02-10"):
        case["visits"].append({"date": day, "facts": {"lhermitte": True, "hyperreflexia_or_clonus": True}})
    found = open_flag("cord", case)
    assert (found.raised, found.by) == (date(2024, 1, 8), date(2024, 1, 15))


def test_one_that_was_gone_in_between_counts_from_its_return():
    case = asked_everything(multi_level_root_signs=True)
    for day, seen in (("2024-01-20", False), ("2024-02-10", True), ("2024-02-17", True)):
        case["visits"].append({"date": day, "facts": {"multi_level_root_signs": seen}})
    assert open_flag("progressive_neuro", case).raised == date(2024, 2, 10)


def test_one_that_was_cleared_counts_from_the_day_it_opened_again():
    said = [{"date": "2024-01-08", "value": True}, {"date": "2024-02-05", "value": True}]
    how = {"date": "2024-01-20", "by": "family physician", "how": "letter"}
    case = asked_everything(cancer_history=said, red_flag_cleared=[{"date": "2024-01-20", "value": {"snnoop_n1": how}}])
    assert open_flag("snnoop_n1", case).raised == date(2024, 2, 5)


def test_a_stronger_level_has_its_own_term():
    said = [{"date": "2024-01-08", "value": False}, {"date": "2024-02-05", "value": True}]
    found = open_flag("snnoop_n1", asked_everything(cancer_history=True, cancer_active=said))
    assert (found.action, found.by) == (Action.SAME_DAY, date(2024, 2, 5))


def test_without_any_dated_entry_it_counts_from_today():
    case = asked_everything(cancer_history=True, episode={})
    assert open_flag("snnoop_n1", case).raised == LATER


def test_a_diary_of_years_is_not_read_day_by_day():
    days = [date(2024, 1, 9) + timedelta(days=number) for number in range(200)]
    rows = [{"date": day.isoformat(), "headache": "A", "intensity_nrs": 5} for day in days]
    case = asked_everything(progressive_worsening=True, diary=rows)
    found = open_flag("snnoop_p5", case, days[-1])
    assert found.raised == days[-60]
    assert found.by < days[-1]


@pytest.mark.parametrize(
    ("said_on", "as_of", "by"),
    [(date(1880, 1, 1), FIRST_VISIT, date(1880, 1, 8)), (date.max, date.max, date.max)],
)
def test_the_first_and_the_last_day_that_a_file_may_name(said_on, as_of, by):
    said = [{"date": said_on.isoformat(), "value": True}]
    assert open_flag("snnoop_n1", asked_everything(cancer_history=said), as_of).by == by
