"""Parts of a declaration that cannot hold are refused when they are loaded."""

from math import inf, nan

import pytest

from concordant.measures.groups import Group
from concordant.measures.limits import CutOff, Norm, ReadingError
from concordant.measures.repeats import RealChange
from concordant.measures.source import Known, Source

SOURCE = Source("Example 2020", Known.READ, "10.1000/example")


def test_a_source_tells_how_it_is_known():
    assert str(SOURCE) == "Example 2020, doi:10.1000/example (read)"
    assert str(Source("Example 2020", Known.RECALLED)) == "Example 2020 (recalled, not checked)"


@pytest.mark.parametrize("size", [0, -1, nan, inf])
@pytest.mark.parametrize(
    "declare",
    [
        lambda size: ReadingError(size, SOURCE),
        lambda size: ReadingError.from_change(size, SOURCE),
        lambda size: Norm(size, "people", SOURCE),
        lambda size: Norm(40, "people", SOURCE, sd=size),
        lambda size: RealChange(size, "Example 2020", Known.READ),
    ],
)
def test_a_size_that_is_none(declare, size):
    with pytest.raises(ValueError, match=r"above 0|has a size"):
        declare(size)


@pytest.mark.parametrize(
    "declare",
    [
        lambda: Source("", Known.READ),
        lambda: CutOff((), SOURCE),
        lambda: RealChange(7, "", Known.READ),
        lambda: RealChange(7, "Example 2020", Known.READ, other_rater=6.9),
        lambda: Group(sex="other"),
        lambda: Group(side="middle"),
        lambda: Group(age_from=30, age_below=30),
        lambda: Group(age_from=-1),
    ],
)
def test_a_part_that_cannot_hold(declare):
    with pytest.raises(ValueError, match=r"\w"):
        declare()


def test_two_raters_may_agree_as_well_as_one():
    assert RealChange(7, "Example 2020", Known.READ, other_rater=7).between_raters(False) == (7, "Example 2020")


def test_the_error_of_a_reading_and_of_a_change():
    """MDC95 = 2.772 x SEM: 17.8 s from SEM 6.4 s, and back (Edmondston 2008)."""
    assert ReadingError(6.4, SOURCE).band * 2**0.5 == pytest.approx(17.74, abs=0.01)
    assert ReadingError.from_change(17.8, SOURCE).sem == pytest.approx(6.42, abs=0.01)
