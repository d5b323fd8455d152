"""Measurements and values to draw from."""

from hypothesis import strategies as st

from concordant.facts.kinds import Quantity
from concordant.measures import MEASURES, Measurement
from concordant.measures.measure import Better
from concordant.measures.repeats import RealChange

NUMBERS = tuple(one for one in MEASURES.values() if isinstance(one.fact.kind, Quantity))
WITH_CUT_OFF = tuple(one for one in NUMBERS if one.cut_off is not None)
WITH_CHANGE = tuple(one for one in NUMBERS if isinstance(one.change, RealChange))


def grid(measure):
    """The step in which a value may lie, and how many steps there are."""
    kind = measure.fact.kind
    step = kind.step or (1 if kind.whole else 0.5)
    low, high = kind.low or 0, kind.high if kind.high is not None else 1000
    return low, step, round((high - low) / step)


def values_of(measure):
    low, step, steps = grid(measure)
    return st.integers(0, steps).map(lambda number: round(low + number * step, 9))


def taken(measure, value, **how):
    """A measurement that says everything about how it was taken."""
    said = {
        "instrument": measure.instruments[0],
        "position": measure.positions[0],
        "rater": "R1",
        "headache_phase": "none",
        "side": measure.sides[-1],
        "segment": "C1-C2" if measure.fact.segmental else None,
    }
    return Measurement(measure, value, **(said | how))


def worse_by(measure, value, amount):
    return round(value - amount if measure.better is Better.UP else value + amount, 9)
