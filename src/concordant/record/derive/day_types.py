"""The kinds of headache that a day looks like, as a fact (diagnosis 3.2, steps 2 and 6)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.criteria.truth import Truth
from concordant.facts.diary.day import day_headache_types
from concordant.facts.values import UNKNOWN
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.day_kinds import OF_THE_DAY, TYPES, DayKinds

_SAID = {Truth.MET: "yes", Truth.NOT_MET: "no", Truth.UNKNOWN: "open"}


@computes(day_headache_types)
def types_today(reader: Reader, where: Binding, term: Term) -> Reading:
    """The kinds that the day looks like, once each of them is decided. Empty: no headache on that day."""
    inputs = Inputs(reader, where)
    days = reader.diary.once(DayKinds, reader)
    kinds = days.on(reader.as_of)
    if kinds is None:
        return inputs.unknown("whether there was a headache on this day was not answered", day_headache_types)
    headaches = list(days.answers_by_headache(reader.diary.by_day.get(reader.as_of, [])))
    for _, facts in headaches:
        for fact in OF_THE_DAY:
            if facts.get(fact.name, UNKNOWN) is not UNKNOWN:
                inputs.note(fact.name, facts[fact.name], fact.kind.in_english(facts[fact.name]))
    truths = {name: getattr(kinds, name) for name in TYPES}
    note = ", ".join(
        f"{day_headache_types.kind.options[name].lower()}: {_SAID[truth]}" for name, truth in truths.items()
    )
    if not headaches:
        return inputs.result(frozenset(), "no headache on this day")
    # The diary does not ask for autonomic signs, so a day is not left open for want of them.
    if any(truths[name] is Truth.UNKNOWN for name in TYPES if name != "autonomic"):
        asked = [fact for fact in OF_THE_DAY if any(fact.name not in facts for _, facts in headaches)]
        return inputs.unknown(note, *asked)
    sure = frozenset(name for name, truth in truths.items() if truth is Truth.MET)
    return inputs.result(sure or frozenset({"unclassified"}), note)
