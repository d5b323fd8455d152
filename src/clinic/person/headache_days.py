"""Have the days with headache become fewer: the two windows of the care library, and what they say."""

from dataclasses import dataclass

from clinic.person.look import Look
from concordant.criteria import Binding
from concordant.criteria.nodes import Term
from concordant.facts.outcomes.change import headache_change_class
from concordant.facts.values import UNKNOWN


@dataclass(frozen=True)
class HeadacheDays:
    """Of one headache, at the newest visit that can say."""

    headache: str
    name: str
    known: bool
    verdict: str
    before: str
    after: str
    note: str


def headache_days_of(look: Look) -> tuple[HeadacheDays, ...]:
    """Only of headaches for which there is a diary."""
    if not look.record.diary:
        return ()
    return tuple(_of(look, headache) for headache in look.record.headaches)


def _of(look: Look, headache: str) -> HeadacheDays:
    reading = look.record.read(Term(headache_change_class), Binding(headache=headache))
    shown = {one.name: one.shown for one in reading.inputs}
    return HeadacheDays(
        headache=headache,
        name=look.record.headaches[headache].name,
        known=reading.value is not UNKNOWN,
        verdict=headache_change_class.kind.say(reading.value),
        before=shown.get("baseline", ""),
        after=shown.get("follow-up", ""),
        note=reading.note,
    )
