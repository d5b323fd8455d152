"""A headache on exertion that is new in this course of care."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.safety.history import cough_sneeze_exertion_trigger
from concordant.facts.safety.results import exertional_headache_new
from concordant.record.derive.computing import Inputs, Reader, computes


@computes(exertional_headache_new)
def turned_true(reader: Reader, where: Binding, term: Term) -> Reading:
    """Of some headache "set off by cough, strain or exertion" was denied first and is affirmed now."""
    inputs = Inputs(reader, where)
    for headache in reader.headaches:
        said = reader.history(cough_sneeze_exertion_trigger, Binding(headache=headache))
        if said and said[-1].value is True and any(one.value is False for one in said):
            inputs.note(cough_sneeze_exertion_trigger.name, True, f"headache {headache}: first no, then yes")
            return inputs.result(True)
    return inputs.unknown()
