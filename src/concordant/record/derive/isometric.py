"""Whether isometric work is tolerated: the way to resistance training (treatment 1.3)."""

from __future__ import annotations

from datetime import timedelta

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.plan.episode import flares_14d, isometric_tolerated
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.flares import COUNTED_DAYS

ISOMETRIC = "neck_strength_isometric"
FEWEST_SETS = 6
"""In 14 days (dictionary, ``isometric_tolerated``)."""


@computes(isometric_tolerated)
def tolerated(reader: Reader, where: Binding, term: Term) -> Reading:
    """Enough sets and no flare. A session or a home day that gives no number of sets had one at least."""
    inputs = Inputs(reader, where)
    since = reader.as_of - timedelta(days=COUNTED_DAYS)
    at_home = [row for row in reader.home if row.intervention == ISOMETRIC and row.done and row.date > since]
    seen = [one for one in reader.treatments if ISOMETRIC in one.interventions and one.date > since]
    sets = sum(1 if row.sets is None else row.sets for row in at_home) + len(seen)
    note = f"{sets} sets in {COUNTED_DAYS} days"
    if sets < FEWEST_SETS:
        return inputs.result(False, note, Origin.COUNTED)
    if not reader.diary:
        # "No entry, so no flare" must not open the way to more load.
        return inputs.unknown(note, flares_14d)
    flares = inputs.number(flares_14d)
    if flares is None or (flares.low == 0 < flares.high):
        return inputs.unknown(note, flares_14d)
    return inputs.result(flares.high == 0, note, Origin.COUNTED)
