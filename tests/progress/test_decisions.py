"""Every cell of the decision table (retest 9), by dated people just before, on and after each bound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.criteria import Evaluator, Truth
from concordant.progress import BOOK, DECISIONS, Action, Status, TimePoint, read_progress
from concordant.progress.decisions import AT
from concordant.record.case import Case, Person
from concordant.record.record import Record
from tests.people import FIRST_VISIT, asked_everything, record
from tests.progress.retests import CLASSES, RESULTS, measured, progress, retest, screened

# Bounds of the columns lie at 3, 6 and 10 weeks: day 21, 42 and 70.
FIRST_AND_LAST_DAY = {"week 2": (1, 20), "week 4": (21, 41), "week 8": (42, 69), "week 12": (70, 84)}


def cell(someone):
    """The id and the action of what is decided."""
    found = read_progress(someone, screened())
    assert len(found.decisions) <= 1
    return next(((one.decision.id, one.decision.action) for one in found.decisions), None)


ROWS = {
    "worse, settled within 48 h": (
        {"worsening_duration": "within_48_hours"} | RESULTS["worse"],
        ("adjust", "adjust", "re_examine", "refer"),
    ),
    "worse for longer than 48 h": (
        {"worsening_duration": "days"} | RESULTS["worse"],
        ("re_examine", "re_examine", "re_examine", "refer"),
    ),
    "worse for over a week": (
        {"worsening_duration": "over_a_week"} | RESULTS["worse"],
        ("re_examine", "refer", "refer", "refer"),
    ),
    "no_change, home programme not done": (
        {"adherence_percent_28d": 49.9} | RESULTS["no_change"],
        ("hold", "hold", "hold", "refer"),
    ),
    "no_change, home programme done": (
        {"adherence_percent_28d": 50} | RESULTS["no_change"],
        ("hold", "adjust", "re_examine", "refer"),
    ),
    "unknown": (RESULTS["unknown"], ("hold", "hold", "hold", "hold")),
    "possible": (RESULTS["possible"], ("hold", "hold", "hold", None)),
    "discordant": (RESULTS["discordant"], ("hold", "adjust", "re_examine", "re_examine")),
    "responding": (RESULTS["responding"], ("progress", "progress", "progress", None)),
    "responding_strong": (RESULTS["responding_strong"], ("progress", "progress", "progress", None)),
}
CELLS = [
    (row, week, day, facts, action)
    for row, (facts, actions) in ROWS.items()
    for (week, days), action in zip(FIRST_AND_LAST_DAY.items(), actions, strict=True)
    for day in days
    if action is not None
]


@pytest.mark.parametrize(("row", "week", "day", "facts", "action"), CELLS)
def test_cell(row, week, day, facts, action):
    assert cell(retest(day, **facts)) == (f"{row} {week}", Action(action))


@pytest.mark.parametrize("day", [70, 84])
@pytest.mark.parametrize(
    ("facts", "decided"),
    [
        ({"any_headache_fall_probability_56d": 0.95}, ("possible, real over 56 days week 12", Action.HOLD)),
        (
            {"any_headache_fall_probability_56d": 0.94, "adherence_percent_28d": 49.9},
            ("possible, not real over 56 days, home programme not done week 12", Action.REFER),
        ),
        (
            {"any_headache_fall_probability_56d": 0.94, "adherence_percent_28d": 50},
            ("possible, not real over 56 days, home programme done week 12", Action.REFER),
        ),
        ({"adherence_percent_28d": 50}, None),
        ({"any_headache_fall_probability_56d": 0.94}, None),
    ],
)
def test_possible_at_week_12_counts_as_no_change_unless_real_over_56_days(day, facts, decided):
    assert cell(retest(day, **RESULTS["possible"], **facts)) == decided


@pytest.mark.parametrize("status", ["responding", "responding_strong"])
def test_a_responder_who_lacks_something_is_not_discharged_at_week_12(status):
    someone = retest(84, **RESULTS[status], goal_met=True, relapse_plan_written=False)
    assert cell(someone) == (f"{status} week 12 else", Action.PROGRESS)


def test_a_responder_without_the_goal_goes_on():
    assert cell(retest(84, **RESULTS["responding"], goal_met=False)) == ("responding week 12 else", Action.PROGRESS)


@pytest.mark.parametrize("status", ["responding", "responding_strong"])
def test_while_discharge_is_open_nothing_is_decided_but_to_hold(status):
    found = read_progress(retest(84, **RESULTS[status], goal_met=True), screened())
    assert found.decisions == ()
    assert found.action is Action.HOLD
    assert {one.decision.action for one in found.open_decisions} == {Action.DISCHARGE, Action.PROGRESS}
    assert "relapse_plan_written" in found.missing


def test_how_long_a_worsening_lasts_is_asked():
    found = read_progress(retest(28, **RESULTS["worse"]), screened())
    assert found.status is not None
    assert found.decisions == ()
    assert found.missing == ("worsening_duration",)


def test_adherence_is_asked_where_it_decides():
    found = read_progress(retest(28, **RESULTS["no_change"]), screened())
    assert found.decisions == ()
    assert found.missing == ("adherence_percent_28d",)


@pytest.mark.parametrize("day", [1, 28, 56, 84])
def test_red_is_told_at_any_time_and_needs_no_week(day):
    found = progress(retest(day, new_red_flag_sign=True, **RESULTS["responding_strong"]))
    assert [(one.decision.id, one.decision.action) for one in found.decisions] == [("red at any time", Action.REFER)]


@given(st.integers(0, 400))
def test_every_day_has_exactly_one_column(day):
    evaluator = Evaluator(retest(day), {point.value: when for point, when in AT.items()})
    assert [evaluator.rule(point.value).truth for point in AT].count(Truth.MET) == 1


@given(
    st.sampled_from(CLASSES),
    st.sampled_from(CLASSES),
    st.integers(-5, 5),
    st.integers(0, 120),
    st.sampled_from((0, 49.9, 50, 100)),
    st.sampled_from(("within_48_hours", "days", "over_a_week")),
    st.sampled_from((0.5, 0.949, 0.95)),
    st.booleans(),
)
def test_exactly_one_cell_holds_of_everybody_of_whom_all_is_known(
    days, function, groc, day, adherence, lasted, real, goal
):
    someone = retest(
        day,
        **measured(days, function, groc),
        adherence_percent_28d=adherence,
        worsening_duration=lasted,
        any_headache_fall_probability_56d=real,
        goal_met=goal,
        relapse_plan_written=False,
    )
    found = read_progress(someone, screened())
    assert len(found.decisions) == 1
    assert found.open_decisions == ()
    assert found.missing == ()
    assert found.because


def test_every_key_stands_once_and_every_cell_in_the_book():
    assert len({one.key for one in DECISIONS}) == len(DECISIONS)
    assert all(BOOK[one.key] is one.when for one in DECISIONS)


def test_no_rule_is_met_of_an_empty_record():
    nobody = Record(Case(Person("nobody")), FIRST_VISIT)
    evaluator = Evaluator(nobody, BOOK)
    assert {evaluator.rule(key).truth for key in BOOK} <= {Truth.UNKNOWN, Truth.NOT_MET}


ALL_KNOWN = {
    "adherence_percent_28d": 50,
    "worsening_duration": "over_a_week",
    "any_headache_fall_probability_56d": 0.5,
    "goal_met": False,
    "relapse_plan_written": False,
}


@given(
    st.sampled_from(CLASSES),
    st.sampled_from(CLASSES),
    st.integers(-5, 5),
    st.sampled_from((14, 28, 56, 84)),
    st.sets(st.sampled_from((*ALL_KNOWN, "any_headache_change_class", "function_change_class", "groc_score"))),
)
def test_blanking_a_fact_never_makes_another_decision(days, function, groc, day, blanked):
    whole = ALL_KNOWN | measured(days, function, groc)
    less = {name: value for name, value in whole.items() if name not in blanked}
    told, told_of_less = (cell(retest(day, **facts)) for facts in (whole, less))
    assert told_of_less in (told, None)


def test_the_column_needs_no_start_of_the_episode_and_red_is_told():
    case = asked_everything(episode={})
    case["visits"][0]["facts"] |= RESULTS["no_change"]
    found = progress(record(case))
    assert (found.status, found.decisions) == (Status.NO_CHANGE, ())
    assert found.missing == ("adherence_percent_28d",)
    assert {one.decision.at for one in found.open_decisions} == {TimePoint.WEEK_2}
    case["visits"][0]["facts"]["new_red_flag_sign"] = True
    assert progress(record(case)).action is Action.REFER
