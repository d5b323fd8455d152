"""What a chart says already: the headaches it names, the last value of each slot, and what the rules propose."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from clinic import clock
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.chart.actions.reach import people_in_reach
from clinic.chart.models import Entry
from clinic.forms.fields import Known, Proposal
from clinic.forms.slots import Slot
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND, Binding, Origin, Reading
from concordant.criteria.saying import value_in_words
from concordant.facts import Scope
from concordant.language import said as in_their_words
from concordant.record.case import Case
from concordant.record.record import Record

_NO_WORD = (Origin.MISSING, Origin.NO_ENTRY, Origin.PROPOSED)


def standing(by: Actor, person_id: int, which: Q) -> list[dict[str, Any]]:
    """The contents of those entries of a chart that nobody has corrected, oldest first. One statement."""
    entries = Entry.objects.filter(person=person_id, person__in=people_in_reach(by), corrections__isnull=True)
    return list(entries.filter(which).order_by("id").values_list("content", flat=True))


def headaches_in(contents: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Id -> name of each headache that these entries speak of."""
    found: dict[str, str] = {}
    for content in contents:
        for one in content.get("headaches", []):
            found[one["id"]] = one.get("name") or found.get(one["id"], "")
    return dict(sorted(found.items()))


def headaches_of(by: Actor, person_id: int) -> dict[str, str]:
    """Id -> name of each headache of a chart, without reading the whole chart."""
    return headaches_in(standing(by, person_id, Q(content__has_key="headaches")))


def headaches_of_case(case: Case) -> dict[str, str]:
    return dict(sorted((one.id, one.name) for one in case.headaches))


def chart_with(chart: Chart, *drafts: Entry) -> Chart:
    """The chart as it would be with these entries, which nobody has signed yet."""
    newest = chart.entries[-1].pk if chart.entries else 0
    for number, draft in enumerate(drafts, 1):
        draft.pk = newest + number
    return Chart(chart.person, (*chart.entries, *drafts))


def a_draft(by: Actor, *, on: date, content: dict[str, Any], corrects: int | None = None) -> Entry:
    """An entry to look ahead with."""
    role = by.user.role if by.user else ""
    return Entry(on=on, content=content, recorded_at=clock.now(), author_role=role, corrects_id=corrects)


def known_values(record: Record, slots: Iterable[Slot]) -> dict[str, list[Known]]:
    """The last value of each slot, by its name."""
    found = {slot.name: list(_known(record, slot)) for slot in slots if slot.fact.scope is not Scope.DAY}
    return {name: known for name, known in found.items() if known}


def _known(record: Record, slot: Slot) -> Iterable[Known]:
    term = Term(slot.fact, slot.side, slot.segment)
    if slot.fact.scope is Scope.INJURY:
        readings = [("", record.read(term, Binding(injury=slot.of)))] if slot.of in record.injuries else []
    elif slot.of:
        readings = [("", record.read(term, Binding(headache=slot.of)))]
    elif slot.asks_headache and len(record.headaches) > 1:
        readings = [(one, record.read(term, Binding(headache=one))) for one in record.headaches]
    else:
        only = next(iter(record.headaches), None) if slot.asks_headache else None
        readings = [("", record.read(term, Binding(headache=only)))]
    for of, reading in readings:
        if reading.known and reading.origin not in _NO_WORD:
            yield _as_known(term, reading, of)


def _as_known(term: Term, reading: Reading, of: str) -> Known:
    said = reading.said
    who = in_their_words(said.by) if said else reading.origin.value
    return Known(value_in_words(term, reading.value), said.on if said else None, who, of)


def proposals(record: Record, slots: Iterable[Slot], on: date) -> dict[str, tuple[Proposal, object]]:
    """What the rules propose for slots of this day, with the value as a case file writes it."""
    visit = next((key for key, one in reversed(record.visits.items()) if one.date == on), None)
    found: dict[str, tuple[Proposal, object]] = {}
    for slot in slots:
        where = UNBOUND
        if slot.of or slot.asks_headache:
            headache = slot.of or (next(iter(record.headaches)) if len(record.headaches) == 1 else None)
            where = where.bound(Scope.HEADACHE, headache) if headache else where
        if slot.fact.scope is Scope.VISIT:
            if visit is None:
                continue
            where = where.bound(Scope.VISIT, visit)
        if not slot.fact.derived_from:
            continue
        reading = record.read(Term(slot.fact, slot.side, slot.segment), where)
        if reading.origin is Origin.PROPOSED:
            text = value_in_words(Term(slot.fact, slot.side, slot.segment), reading.value)
            because = reading.note or "; ".join(f"{one.name}: {one.shown}" for one in reading.inputs)
            found[slot.name] = Proposal(text, because), slot.fact.kind.write(reading.value)
    return found
