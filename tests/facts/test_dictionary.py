"""The dictionary is closed and complete."""

import re
from typing import Any

import pytest

from concordant.facts import DICTIONARY, Dictionary, Fact, Room, Scope, Supplier, UnknownFact
from concordant.facts.fact import Sides
from concordant.facts.kinds import Choice, Choices, Flag, Form, Kind, Quantity, Range, Rows, Table
from concordant.facts.units import UNITS
from concordant.record.derive import derived_facts
from concordant.safety import TECHNIQUES


def inner(kind: Kind) -> Kind:
    """The kind of a single value: of a table, that of its entries."""
    return kind.values if isinstance(kind, Table) else kind


def words_of(kind: Kind) -> set[str]:
    found = set(kind.keys) if isinstance(kind, Table) else set()
    one = inner(kind)
    return found | set(one.words) if isinstance(one, Choice | Choices) else found


WORDS = {word for fact in DICTIONARY.values() for word in words_of(fact.kind)} | set(TECHNIQUES)


def test_it_holds_every_fact_of_the_clinical_reference():
    assert len(DICTIONARY) >= 566


def test_each_label_belongs_to_one_fact():
    labels = [fact.label.casefold() for fact in DICTIONARY.values()]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []


def offenders(wrong) -> list[str]:
    """The facts of which it is so."""
    return [fact.name for fact in DICTIONARY.values() if wrong(fact)]


def test_each_says_what_it_is():
    def silent(fact):
        return not all(text == text.strip() != "" for text in (fact.label, fact.ask, fact.meaning, fact.section))

    assert offenders(silent) == []


def test_units_are_of_the_closed_list_and_stand_beside_numbers():
    def odd(fact):
        return fact.unit not in UNITS or (fact.unit != "-" and not isinstance(inner(fact.kind), Quantity | Range))

    assert offenders(odd) == []


def test_what_it_is_derived_from_exists():
    def names(fact):
        return re.findall(r"(?<![\w*.])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w*]|\.csv)", fact.derived_from)

    assert offenders(lambda fact: any(name not in DICTIONARY and name not in WORDS for name in names(fact))) == []


def test_a_star_in_what_it_is_derived_from_stands_for_something():
    every = "\n".join(DICTIONARY)

    def stars(fact):
        return (star.replace("*", ".*") for star in re.findall(r"[a-z_]*\*[a-z_*]*", fact.derived_from))

    assert offenders(lambda fact: not all(re.search(f"^{star}$", every, re.MULTILINE) for star in stars(fact))) == []


@pytest.mark.parametrize("name", derived_facts())
def test_what_the_record_computes_says_so(name):
    assert DICTIONARY[name].derived_from != ""


@pytest.mark.parametrize("fact", [fact for fact in DICTIONARY.values() if fact.usual], ids=repr)
def test_soft_bounds_lie_inside_hard_bounds(fact):
    low, high = fact.usual
    kind = inner(fact.kind)
    inside = (kind.low, low, high, kind.high)
    given = [bound for bound in inside if bound is not None]
    assert given == sorted(given)


@pytest.mark.parametrize("fact", [fact for fact in DICTIONARY.values() if fact.absent is not None], ids=repr)
def test_only_events_and_counts_have_a_value_without_an_entry(fact):
    assert fact.absent is (False if isinstance(fact.kind, Flag) else 0)


def test_an_unknown_name_is_answered_with_the_nearest():
    with pytest.raises(UnknownFact, match=r"^no fact is named 'whiplash_occured'; did you mean whiplash_occurred"):
        DICTIONARY["whiplash_occured"]


def test_nothing_can_be_added():
    with pytest.raises(TypeError, match="does not support item assignment"):
        DICTIONARY["another"] = DICTIONARY["laterality"]


def fact(**changes) -> Fact[Kind]:
    given: dict[str, Any] = {
        "name": "a_fact",
        "kind": Flag(),
        "room": Room.HISTORY,
        "scope": Scope.PERSON,
        "supplied_by": Supplier.PATIENT,
        "label": "A fact",
        "ask": "Is it so?",
        "meaning": "It is so.",
        "section": "0",
    }
    return Fact(**(given | changes))


WRONG = {
    "a name is lower_snake_case": {"name": "A fact"},
    "unit 'stone' is not in units.py": {"unit": "stone"},
    "label, ask, meaning and section must not be empty": {"ask": ""},
    "a computed fact says what it is computed from": {"supplied_by": Supplier.COMPUTED},
    "a segmental fact is given for each side": {"segmental": True, "scope": Scope.VISIT},
    "only findings of a visit have a side or segment": {"sides": Sides.LEFT_RIGHT},
    "only findings of a visit or course are entered per headache": {"per_headache": True},
}


@pytest.mark.parametrize("problem", WRONG)
def test_a_wrong_declaration_is_refused(problem):
    with pytest.raises(ValueError, match=re.escape(problem)):
        fact(**WRONG[problem])


def test_a_name_is_declared_once():
    with pytest.raises(ValueError, match="fact 'a_fact' is declared twice"):
        Dictionary([fact(), fact()])


def test_a_longer_dictionary_leaves_the_first_as_it_was():
    longer = DICTIONARY.extended(fact())
    assert ("a_fact" in longer, "a_fact" in DICTIONARY) == (True, False)


def test_records_in_lists_are_closed():
    forms = [fact.kind.row for fact in DICTIONARY.values() if isinstance(fact.kind, Rows)]
    assert all(isinstance(form, Form) and form.fields for form in forms)
