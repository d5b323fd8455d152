"""One declaration more: a field, its validation, a schema property, an API property and a line in the reference."""

import json

import pytest

from clinic.api.endpoints import build
from clinic.examine.layout import session
from clinic.forms.form import FactForm
from concordant.facts import DICTIONARY, Fact, Room, Scope, Supplier
from concordant.facts.fact import Sides
from concordant.facts.kinds import Quantity
from concordant.facts.reference import reference_page
from concordant.record.schema import case_file_schema

nod = Fact(
    "nod_strength_kg",
    Quantity(0, 40),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Strength of the nod",
    ask="How hard you can nod.",
    meaning="Peak force of a nod in supine",
    section="examination 3",
    sides=Sides.LEFT_RIGHT,
    usual=(2, 20),
)
MORE = DICTIONARY.extended(nod)


def a_form(typed: str) -> FactForm:
    return FactForm(session({}, MORE), {"nod_strength_kg.left": [typed]}, dictionary=MORE)


def test_it_has_a_field() -> None:
    fields = [each for group in a_form("3").groups for item in group.items for each in item.fields]
    assert [each.full_label for each in fields if each.name.startswith("nod_strength_kg")] == [
        "Strength of the nod, left",
        "Strength of the nod, right",
    ]


@pytest.mark.parametrize(("typed", "status"), [("3", 200), ("41", 422), ("x", 422), ("30", 422)])
def test_it_is_validated(typed: str, status: int) -> None:
    found = a_form(typed)
    found.is_valid()
    assert found.status == status


def test_it_is_in_the_schema_of_the_file_and_in_that_of_the_interface() -> None:
    for schema in (case_file_schema(MORE), build(MORE).get_openapi_schema()):
        assert "nod_strength_kg" in json.dumps(schema)
    for schema in (case_file_schema(), build().get_openapi_schema()):
        assert "nod_strength_kg" not in json.dumps(schema)


def test_it_has_a_line_in_the_reference() -> None:
    assert "| `nod_strength_kg` | Strength of the nod |" in reference_page(MORE)
