"""Each kind has its inputs; what was not said is nothing, and what cannot be read is kept as it was typed."""

import re
from typing import Any

import pytest
from django.template.loader import render_to_string

from clinic.forms.controls import NOT_ASKED, ForNamedKey, control_for, number
from clinic.forms.fields import Field
from concordant.facts import kinds

OPTIONS = {"low": "Low", "high": "High"}
MANY = {f"w{n}": f"Word {n}" for n in range(9)}
KINDS: dict[str, kinds.Kind] = {
    "flag": kinds.Flag(),
    "choice": kinds.Choice(OPTIONS),
    "many": kinds.Choice(MANY),
    "asked and not known": kinds.Choice({**OPTIONS, "unknown": "Not sure"}),
    "choices": kinds.Choices(OPTIONS),
    "choices with none": kinds.Choices({**OPTIONS, "none": "None"}),
    "number": kinds.Quantity(0, 80, 0.5),
    "count": kinds.Quantity(0, 10, whole=True),
    "never": kinds.Quantity(0, 10, null=True),
    "range": kinds.Range(0, 100),
    "day": kinds.Day(),
    "words": kinds.Words(80),
    "long words": kinds.Words(4000),
    "table": kinds.Table(kinds.Quantity(0, 30), keys={"nsaid": "NSAID", "triptan": "Triptan"}),
    "form": kinds.Form({"on": kinds.Day(), "by": kinds.Words(80)}),
    "rows": kinds.Rows(kinds.Form({"item": kinds.Words(80), "reps": kinds.Quantity(0, whole=True)})),
}


def drawn(kind: kinds.Kind, data: dict[str, list[str]] | None = None, **more: Any) -> str:
    field = Field("x", control_for(kind), "Label", data or {}, **more)
    return render_to_string("forms/_field.html", {"field": field})


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_blank_means_not_asked(kind: kinds.Kind) -> None:
    control = control_for(kind)
    assert control.value({}, "x") is NOT_ASKED
    assert control.value({name: [""] for name in control.names("x")}, "x") is NOT_ASKED


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_input_that_is_drawn_is_expected_back(kind: kinds.Kind) -> None:
    sent = set(re.findall(r' name="([^"]+)"', drawn(kind)))
    assert sent
    assert sent <= set(control_for(kind).names("x"))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_input_has_a_label(kind: kinds.Kind) -> None:
    page = drawn(kind)
    ids = re.findall(r'<(?:input|select|textarea)[^>]* id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert [one for one in ids if f'for="{one}"' not in page] == []


def test_yes_no_is_three_radio_buttons_and_none_of_them_a_box() -> None:
    page = drawn(kinds.Flag())
    assert page.count('type="radio"') == 3
    assert "checkbox" not in page
    assert 'value="" id="f-x-0" checked' in page


def test_no_is_not_nothing() -> None:
    control = control_for(kinds.Flag())
    assert control.value({"x": ["no"]}, "x") is False
    assert control.value({"x": ["perhaps"]}, "x") == "perhaps"


@pytest.mark.parametrize("name", ["choices", "choices with none"])
def test_none_of_these_is_said_by_a_box_of_its_own(name: str) -> None:
    control = control_for(KINDS[name])
    assert control.value({"x": ["none"]}, "x") == []
    assert drawn(KINDS[name]).count("none of these") == 1
    with pytest.raises(kinds.NotAllowed):
        KINDS[name].read(control.value({"x": ["none", "low"]}, "x"))


def test_a_number_has_its_bounds_its_step_and_its_keyboard() -> None:
    page = drawn(KINDS["number"], unit="h")
    for part in ('min="0"', 'max="80"', 'step="0.5"', 'inputmode="decimal"', 'aria-describedby="f-x-unit"'):
        assert part in page
    assert 'inputmode="numeric"' in drawn(KINDS["count"])


def test_what_cannot_be_read_stays_in_sight() -> None:
    page = drawn(KINDS["number"], {"x": ["about 12"]}, errors=["no"])
    assert 'type="text"' in page
    assert 'value="about 12"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="f-x-error"' in page


@pytest.mark.parametrize(
    ("typed", "read"),
    [("12", 12), ("12,5", 12.5), ("12.5", 12.5), (".5", 0.5), ("-3", -3), ("1e3", 1000.0), ("x", "x"), ("1/2", "1/2")],
)
def test_numbers_as_they_are_typed(typed: str, read: Any) -> None:
    assert number(typed) == read


def test_never_is_an_answer_and_not_a_blank() -> None:
    control = control_for(KINDS["never"])
    assert control.value({"x.never": ["never"]}, "x") is None
    with pytest.raises(kinds.NotAllowed):
        KINDS["never"].read(control.value({"x": ["3"], "x.never": ["never"]}, "x"))


def test_half_a_range_is_refused_and_not_guessed() -> None:
    with pytest.raises(kinds.NotAllowed):
        KINDS["range"].read(control_for(KINDS["range"]).value({"x.low": ["3"]}, "x"))


def test_the_part_that_is_to_blame_says_so() -> None:
    page = drawn(KINDS["table"], {"x.nsaid": ["5"], "x.triptan": ["99"]}, errors=["no"])
    assert 'id="f-x_2etriptan-error"' in page
    assert 'id="f-x_2ensaid-error"' not in page


def test_rows_offer_more_blank_ones_than_are_filled() -> None:
    assert drawn(KINDS["rows"], {"x.4.item": ["bands"]}).count(".item") >= 8


def test_a_key_of_another_list_is_chosen() -> None:
    kind = kinds.Table(kinds.Form({"by": kinds.Words(80)}), key_word="flag id")
    control = ForNamedKey(kind, (("tumour", "Tumour"),))
    assert control.value({"x.key": ["tumour"], "x.of.by": ["GP"]}, "x") == {"tumour": {"by": "GP"}}
    with pytest.raises(kinds.NotAllowed):
        kind.read(control.value({"x.of.by": ["GP"]}, "x"))


def test_what_is_typed_is_never_markup() -> None:
    assert "<script>" not in drawn(KINDS["words"], {"x": ['"><script>']})
