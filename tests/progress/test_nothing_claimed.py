"""What is not there is never claimed, whatever the rest says."""

from hypothesis import given
from hypothesis import strategies as st

from concordant.assessment import assess
from concordant.record.read import read_plain
from tests.progress.courses import course, day, filled, rotated

points = st.one_of(st.none(), st.integers(0, 50))


def assessed(case):
    return assess(read_plain(case), day(case))


@given(first=points, latest=points, groc=st.one_of(st.none(), st.integers(-5, 5)))
def test_without_a_diary_nothing_is_claimed_of_headache_days(first, latest, groc):
    found = assessed(filled(filled(course(), "ndi", first, latest), "groc", None, groc))
    assert all(row.days is None and "headache_days" not in row.measure for row in found.changes)
    assert found.progress.status is None
    assert found.progress.action.value == "hold"
    assert found.progress.decisions == ()


@given(before=st.text("+-.", min_size=28, max_size=28), after=st.text("+-.", min_size=28, max_size=28))
def test_a_verdict_on_days_needs_answers_in_both_windows(before, after):
    (row,) = assessed(course(before, after)).changes or (None,)
    few = min(28 - one.count(".") for one in (before, after)) < 14
    if row is None:
        assert set(before + after) == {"."}
    elif few or before.count("+") < 4:
        assert (row.verdict, row.latest, row.days) == ("unknown", None, None)
    else:
        assert row.days.baseline.per_28.low <= row.baseline <= row.days.baseline.per_28.high
        assert row.days.robust is None or row.days.latest.status == "scored"
        assert row.days.by_50_percent <= row.days.by_30_percent <= row.days.better


@given(first=st.integers(0, 50), latest=st.integers(0, 50))
def test_a_gain_is_never_called_a_loss(first, latest):
    (row,) = assessed(filled(course(), "ndi", first, latest)).changes
    assert row.verdict != ("worse" if latest <= first else "improved_important")


@given(degrees=st.floats(0, 90, allow_nan=False), instrument=st.sampled_from(["", "goniometer"]))
def test_a_test_that_does_not_say_how_is_not_compared(degrees, instrument):
    case = rotated(rotated(course(), 0, "right", 20), 1, "right", degrees, instrument=instrument)
    (row,) = assessed(case).changes
    assert (row.verdict == "unknown") is (instrument == "")
