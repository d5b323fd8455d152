"""The home programme, flares and what follows from them; just before, on and after each limit."""

from datetime import date, timedelta

import pytest

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Origin
from concordant.facts.values import Span
from concordant.record.derive.flares import _runs, last_known
from concordant.record.read import read_plain
from concordant.record.record import Record

TODAY = date(2024, 3, 1)


def ago(days):
    return (TODAY - timedelta(days=days)).isoformat()


def pain(*worst, last=0):
    """Diary rows, one a day up to ``last`` days ago; None: not answered."""
    days = [(last + len(worst) - 1 - number, one) for number, one in enumerate(worst)]
    return [
        {"date": ago(day), "headache_today": one > 0, **({"intensity_nrs": one} if one else {})}
        for day, one in days
        if one is not None
    ]


def ticks(*signs, of="dcf_stage1"):
    """One a day up to yesterday: + done, - not done, . no answer."""
    rows = [(len(signs) - number, sign) for number, sign in enumerate(signs)]
    return [{"date": ago(day), "intervention": of, "done": sign == "+"} for day, sign in rows if sign != "."]


def plan(*items):
    return [{"date": ago(40), "headache": "A", "phase": "relief", "items": list(items)}]


def reading(name, **sections):
    case = {"concordant": 1, "person": {"id": "p"}, "headaches": [{"id": "A"}], **sections}
    record = Record(read_plain(case), TODAY)
    return record.read(Term(record.dictionary[name]))


def value(name, **sections):
    found = reading(name, **sections)
    return found.value if found.known else None


# --- how much of it is done ---------------------------------------------------------------------------------

ONE = plan({"intervention": "dcf_stage1"})
TWO = plan({"intervention": "dcf_stage1"}, {"intervention": "active_mobility"})
NEVER = plan({"intervention": "neck_strength_resistance", "dose": {"per_week": 0}})
THRICE = plan({"intervention": "neck_strength_resistance", "dose": {"per_week": 3}})


@pytest.mark.parametrize(("signs", "percent"), [("+" * 13, None), ("+" * 14, 100), ("+" * 7 + "-" * 7, 50)])
def test_of_fourteen_answered_days_on_adherence_is_known(signs, percent):
    assert value("adherence_percent_28d", plans=ONE, home=ticks(*signs)) == percent


def test_a_day_without_an_answer_is_not_a_day_not_done():
    assert value("adherence_percent_28d", plans=ONE, home=ticks(*("+." * 14))) == 100


def test_an_item_without_a_tick_on_an_answered_day_may_have_been_done():
    assert value("adherence_percent_28d", plans=TWO, home=ticks(*("+" * 14))) == Span(50, 100)


def test_three_times_a_week_is_all_that_is_asked():
    signs = "+-+-+--" * 4
    found = value("adherence_percent_28d", plans=THRICE, home=ticks(*signs, of="neck_strength_resistance"))
    assert found == pytest.approx(100)


def test_a_day_of_which_only_the_diary_speaks_was_done_whole_or_not_at_all():
    diary = [{"date": ago(day), "exercises_done": day % 2 == 0} for day in range(1, 21)]
    assert value("adherence_percent_28d", plans=TWO, diary=diary) == 50


def test_before_a_plan_is_signed_the_programme_counts_as_one():
    assert value("adherence_percent_28d", home=ticks(*("+" * 7 + "-" * 7))) == 50


def test_an_old_plan_does_not_count_for_days_under_a_newer_one():
    newer = {"date": ago(14), "headache": "A", "phase": "restore", "items": [{"intervention": "active_mobility"}]}
    done = [*ticks(*("+" * 14), of="active_mobility")]
    assert value("adherence_percent_28d", plans=[*ONE, newer], home=done) == 100


# --- flares -------------------------------------------------------------------------------------------------

SESSION = [{"date": ago(1), "discipline": "physiotherapist", "interventions": ["c1_c2_mobilisation"]}]


@pytest.mark.parametrize(("after", "flare"), [(4, False), (5, True), (6, True)])
def test_pain_two_points_up_on_the_day_after_is_a_flare(after, flare):
    assert value("flare_24h", treatments=SESSION, diary=pain(3, 3, 3, 3, 3, 3, 3, 3, after)) is flare


def test_after_a_week_without_a_headache_two_points_are_a_flare():
    assert value("flare_24h", treatments=SESSION, diary=pain(0, 0, 0, 0, 0, 0, 0, 0, 2)) is True


def test_of_a_week_hardly_answered_nothing_is_said():
    assert value("flare_24h", treatments=SESSION, diary=pain(0, 0, 0, 0, None, None, None, 0, 5)) is None


def test_without_a_session_in_a_week_nothing_flared():
    before = [{**SESSION[0], "date": ago(8)}]
    assert value("flare_24h", treatments=before, diary=pain(3, 3, 3, 9)) is False


def test_the_newest_session_whose_next_day_is_answered_counts():
    twice = [*SESSION, {**SESSION[0], "date": ago(3)}]
    diary = pain(3, 3, 3, 3, 3, 3, 3, 6, last=2)
    assert value("flare_24h", treatments=twice, diary=diary) is True


def test_of_which_session_it_is_told_is_known():
    def known(**sections):
        case = {"concordant": 1, "person": {"id": "p"}, "headaches": [{"id": "A"}], **sections}
        return last_known(Record(read_plain(case), TODAY))

    twice = [*SESSION, {**SESSION[0], "date": ago(3)}]
    diary = pain(3, 3, 3, 3, 3, 3, 3, 6, last=2)
    assert known(treatments=twice, diary=diary) == (TODAY - timedelta(days=3), True)
    assert known(treatments=SESSION, diary=diary) is None
    assert known(diary=diary) is None


def test_days_of_pain_in_a_row_are_one_flare():
    daily = [{**SESSION[0], "date": ago(day)} for day in (6, 5, 4)]
    diary = pain(2, 2, 2, 2, 2, 2, 2, 2, 8, 8, 8, 2, 2, 2)
    assert value("flares_14d", treatments=daily, diary=diary) == 1


@pytest.mark.parametrize(
    ("days", "span"),
    [
        ([], Span(0, 0)),
        ([True, None, True], Span(1, 2)),
        ([None, None, None], Span(0, 2)),
        ([True, False, None, False, True], Span(2, 3)),
    ],
)
def test_unknown_days_widen_the_count(days, span):
    assert _runs(days) == span


def test_with_no_diary_no_flare_is_on_record():
    found = reading("flares_14d", treatments=SESSION)
    assert (found.value, found.origin) == (0, Origin.NO_ENTRY)


# --- what follows -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("signs", "tolerated"), [("++++---", False), ("+++++--", True), ("++++...", None)])
def test_five_days_of_seven_without_a_flare_are_tolerated(signs, tolerated):
    assert value("home_tolerated", plans=ONE, home=ticks(*signs), diary=pain(*[1] * 15, last=1)) is tolerated


def test_what_flared_is_not_tolerated():
    diary = pain(*[1] * 13, 5, last=1)
    assert value("home_tolerated", plans=ONE, home=ticks(*("+" * 7)), diary=diary) is False


def isometrics(sets):
    return [
        {"date": ago(3), "intervention": "neck_strength_isometric", "done": True, "sets": sets},
        {"date": ago(5), "intervention": "neck_strength_isometric", "done": True},
    ]


@pytest.mark.parametrize(("sets", "tolerated"), [(4, False), (5, True), (6, True)])
def test_six_sets_in_two_weeks_without_a_flare(sets, tolerated):
    assert value("isometric_tolerated", home=isometrics(sets), diary=pain(*[1] * 15)) is tolerated


def test_without_a_diary_nobody_knows_whether_it_flared():
    assert value("isometric_tolerated", home=isometrics(6)) is None


def test_isometric_work_that_flared_is_not_tolerated():
    assert value("isometric_tolerated", home=isometrics(6), diary=pain(*[1] * 12, 6, 1, 1)) is False


def test_where_nothing_is_recorded_it_was_not_tolerated():
    assert value("isometric_tolerated", diary=pain(*[1] * 15)) is False


@pytest.mark.parametrize(
    ("week", "mean"),
    [
        ((4, 0, 0, 6, 0, 0, 0), 5),
        ((9, 4, 0, 0, 6, 0, 0, 0), 5),
        ((0, 0, 0, 0, 0, None, None), 0),
        ((0, 0, 0, 0, None, None, None), None),
    ],
)
def test_the_mean_of_a_week_is_of_its_headache_days(week, mean):
    assert value("headache_intensity_nrs_mean_7d", diary=pain(*week, last=1)) == mean


def test_what_is_due_on_no_day_has_no_share():
    rows = ticks(*"+" * 20, of="neck_strength_resistance")
    assert value("adherence_percent_28d", plans=NEVER, home=rows) is None
