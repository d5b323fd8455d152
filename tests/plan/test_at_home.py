"""The home programme of the signed plans, and its doses in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.assessment import assess
from concordant.plan import INTERVENTIONS
from concordant.plan.at_home import HomeItem, home_items, is_half, plans_on, signed_dose, stands_against
from concordant.plan.interventions.dose import Amount, Dose, of
from concordant.plan.interventions.dose_in_words import in_one_line, while_doing
from concordant.record.care import Prescribed, SignedPlan
from concordant.record.interventions import HOME
from concordant.record.read import read_plain
from concordant.teaching import EXERCISES
from tests.people import asked_everything

DAY = date(2026, 1, 14)


def plan(day, *interventions, headache="A"):
    return SignedPlan(day, headache, "relief", items=tuple(Prescribed(one) for one in interventions))


def ids(plans, day):
    return [one.id for one in home_items(plans, day)]


def test_each_exercise_of_the_programme_is_drawn_and_ticked():
    active = {one.id for one in INTERVENTIONS if one.active}
    assert active == set(HOME) == {one.intervention for one in EXERCISES}


@pytest.mark.parametrize(
    ("choice", "rows", "half"),
    [
        ("accepted", ("ci_irritable",), True),
        ("accepted", ("ci_bone", "ci_recent_trauma"), True),
        ("accepted", ("ci_bone",), False),
        ("accepted", (), False),
        ("changed", ("ci_irritable",), False),
    ],
)
def test_half_is_told_where_it_was_signed_for_and_the_dose_is_whole(choice, rows, half):
    assert is_half(Prescribed("dcf_stage1", choice=choice, signed_for=rows)) is half


@pytest.mark.parametrize(("days", "found"), [(-1, []), (0, ["dcf_stage1"]), (9, ["dcf_stage1"]), (10, ["dcf_stage2"])])
def test_a_plan_stands_from_its_day_until_the_next(days, found):
    plans = [plan(DAY, "dcf_stage1"), plan(DAY + timedelta(days=10), "dcf_stage2")]
    assert ids(plans, DAY + timedelta(days=days)) == found


def test_of_two_plans_of_a_day_the_later_signed_stands():
    assert ids([plan(DAY, "dcf_stage1"), plan(DAY, "dcf_stage2")], DAY) == ["dcf_stage2"]


def test_two_headaches_have_each_their_plan_and_share_once():
    later = DAY + timedelta(days=1)
    plans = [plan(DAY, "dcf_stage1", "active_mobility"), plan(later, "dcf_stage1", headache="B")]
    assert [one.headache for one in plans_on(plans, later)] == ["B", "A"]
    assert ids(plans, later) == ["dcf_stage1", "active_mobility"]
    assert home_items(plans, later)[0].plan is plans[1]


def test_hands_and_letters_stay_at_the_clinic_and_advice_is_not_ticked():
    items = home_items([plan(DAY, "c1_c2_mobilisation", "moh_referral", "sleep_plan", "self_snag_c1_c2")], DAY)
    assert [(one.id, one.active) for one in items] == [("sleep_plan", False), ("self_snag_c1_c2", True)]
    assert [one.id for one in items[1].exercises] == ["self_snag"]


def test_a_dose_is_what_was_signed_and_nothing_of_the_catalogue():
    dose = {"sets": (1.0, 1.0), "hold_s": (5.0, 10.0), "load": "light", "highest_pain_nrs": 0.0, "notes": ("slowly",)}
    found = signed_dose(Prescribed("dcf_stage1", dose))
    assert found == Dose(sets=of(1), hold_s=of(5, 10), load="light", highest_pain_nrs=0, notes=("slowly",))
    assert signed_dose(Prescribed("dcf_stage1")) == Dose()


@pytest.mark.parametrize(
    ("dose", "line"),
    [
        (Dose(), ""),
        (Dose(sets=of(1), reps=of(10), hold_s=of(10), per_day=of(2)), "1 set × 10 times × 10 seconds, 2 times a day"),
        (
            Dose(sets=of(2, 3), reps=of(5, 10), hold_s=of(5, 10), per_week=of(3)),
            "2 to 3 sets × 5 to 10 times × 5 to 10 seconds, 3 times a week",
        ),
        (Dose(sets=of(3), duration_s=of(30), per_day=of(1)), "3 sets × 30 seconds, once a day"),
        (Dose(minutes=of(20, 30), per_week=of(3)), "20 to 30 minutes, 3 times a week"),
        (Dose(hold_s=of(10), every_minutes=of(20)), "10 seconds, every 20 minutes"),
        (Dose(reps=of(1), per_week=of(1)), "1 time, once a week"),
        (Dose(per_day=of(2.5)), "2.5 times a day"),
    ],
)
def test_a_dose_in_one_line(dose, line):
    assert in_one_line(dose) == line


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        (Dose(), ()),
        (Dose(load="light"), ("How hard: light.",)),
        (Dose(highest_pain_nrs=0), ("Pain while you do it: none.",)),
        (Dose(highest_pain_nrs=3), ("Pain while you do it: no more than 3 of 10.",)),
        (Dose(highest_rise_nrs=2), ("Pain may go up by 2 of 10 points, no more.",)),
    ],
)
def test_what_to_keep_to(dose, said):
    assert while_doing(dose) == said


AMOUNTS = st.tuples(st.integers(0, 1000), st.integers(0, 1000)).map(lambda ends: Amount(*sorted(ends)))
PARTS = ("sets", "reps", "hold_s", "duration_s", "minutes", "per_day", "per_week", "every_minutes")


@given(st.dictionaries(st.sampled_from(PARTS), AMOUNTS))
def test_every_number_of_a_dose_is_said_and_none_besides(parts):
    line = in_one_line(Dose(**parts))
    for amount in parts.values():
        if amount != Amount(1, 1):
            assert str(amount) in line
    if not parts:
        assert line == ""


@pytest.mark.parametrize(
    ("intervention", "facts", "signed_for", "found"),
    [
        ("dcf_stage1", {}, (), []),
        ("dcf_stage1", {"recent_neck_surgery": True}, (), ["ci_neck_surgery"]),
        ("dcf_stage1", {"recent_neck_surgery": True}, ("ci_neck_surgery",), []),
        ("sleep_plan", {"recent_neck_surgery": True}, (), []),
        ("neck_strength_isometric", {"pregnant_or_postpartum": "pregnant"}, (), []),
    ],
)
def test_what_forbids_an_item_since_it_was_signed(intervention, facts, signed_for, found):
    item = HomeItem(Prescribed(intervention, signed_for=signed_for), plan(DAY, intervention))
    safety = assess(read_plain(asked_everything(**facts)), DAY).safety
    assert [row.id for row in stands_against(item, safety)] == found
