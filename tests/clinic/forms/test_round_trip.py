"""What is typed into a form arrives in the record: for every fact that a form asks."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic.forms.controls import NOT_ASKED, control_for
from clinic.forms.fragment import SECTION_KEYS, Said, write
from clinic.forms.layout import askable
from clinic.forms.slots import Slot, slots_of
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding
from concordant.facts import DICTIONARY, Fact, Kind, Scope
from concordant.record.merge import Fragment, check_fragment, merge
from concordant.record.problems import CaseFileError
from concordant.record.record import Record
from tests.facts.values_of import raw_values

ON = date(2026, 1, 12)
FACTS = [fact for fact in DICTIONARY.values() if askable(fact)]


def arrived(slot: Slot, content: dict[str, Any]) -> Any:
    case = merge("someone", [Fragment({"headaches": [{"id": "A"}]}, ON), Fragment(content, ON)])
    if slot.fact.scope is Scope.DAY:
        return case.diary[0].facts[slot.fact.name]
    where = Binding("A", "crash")
    if slot.fact.scope is Scope.INJURY:
        return next(one for one in case.injuries if one.id == "crash").facts[slot.fact.name][0].value
    # A lone answer may contradict that nothing was said of the rest (a block's target, of a block that was not done).
    return Record(case, date.max, withholding=False).read(Term(slot.fact, slot.side, slot.segment), where).value


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
@settings(max_examples=5)
@given(st.data())
def test_from_the_form_into_the_record(fact: Fact[Kind], data: st.DataObject) -> None:
    raw = data.draw(raw_values(fact.kind).filter(lambda value: value not in ({}, [{}])))
    if fact.name == "payer_kind" and raw == "unknown":
        return  # who pays is a word of its own list, which has no "unknown"
    control = control_for(fact.kind)
    slot = data.draw(st.sampled_from(slots_of(fact, of={Scope.INJURY: "crash"}.get(fact.scope, ""))))
    value = control.value(control.texts(slot.name, raw), slot.name)
    if value is NOT_ASKED:
        assert raw in ([], {})  # a list of rows: none of them says nothing
        return
    said = [Said(slot, value, "A" if slot.asks_headache or fact.scope is Scope.DAY else "")]
    if SECTION_KEYS.get(fact.name, ())[:2] == ("episode", "payer") and fact.name != "payer_kind":
        said.append(Said(Slot(DICTIONARY["payer_kind"]), "icbc"))
    if fact.name == "injury_date":
        value = min(str(value), "2026-01-01")
        said = [Said(slot, value)]
        raw = value
    written = write(said, ON)
    check_fragment(written.content, headaches=["A"])
    assert arrived(slot, written.content) == fact.kind.read(raw)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_wrong_value_is_told_beside_its_own_field(fact: Fact[Kind]) -> None:
    slot = slots_of(fact, of="crash" if fact.scope is Scope.INJURY else "")[-1]
    written = write([Said(slot, {"wrong": object()}, "A" if slot.asks_headache else "")], ON)
    with pytest.raises(CaseFileError) as refused:
        check_fragment(written.content, headaches=["A"])
    assert slot.name in {written.slot_at(problem.path) for problem in refused.value.problems}


def test_one_place_is_not_taken_for_another_that_begins_alike() -> None:
    slots = [slot for fact in DICTIONARY.of_scope(Scope.VISIT) for slot in slots_of(fact) if slot.side][:12]
    written = write([Said(slot, 1) for slot in slots], ON)
    assert written.slot_at("visits[0].findings[1].value (x)") == slots[1].name
    assert written.slot_at("visits[0].findings[11].side") == slots[11].name
    assert written.slot_at("visits[0].date") is None
