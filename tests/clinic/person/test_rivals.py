"""Which diagnoses stand open on the page, which are folded away, and which never are."""

from dataclasses import replace
from typing import Any

import pytest

from clinic.person.rivals import DANGEROUS, Group, group_of, nearest_first, nearness, telling_letters
from concordant.assessment import Assessment
from concordant.criteria import Trace, Truth
from concordant.diagnosis import DiagnosisReading, Status
from tests.people import assessed

NOTHING: dict[str, Any] = {"concordant": 1, "person": {"id": "x"}, "headaches": [{"id": "A", "facts": {}}]}


def of(*, of_person: dict[str, Any] | None = None, **facts: Any) -> Assessment:
    headache = {"id": "A", "facts": facts}
    return assessed({**NOTHING, "facts": of_person or {}, "headaches": [headache]})


def group(code: str, **facts: Any) -> Group:
    return group_of(of(**facts).diagnosis(code, "A"))


def test_of_nobody_who_was_asked_nothing_is_worth_asking_first() -> None:
    found = of().of_headache("A")
    assert {group_of(one) for one in found if one.diagnosis.code != "11.2.1"} == {Group.NOTHING_YET}
    assert group("11.2.1") is Group.MAIN


def test_a_headache_that_is_present_points_to_nothing() -> None:
    found = of(headache_present=True).of_headache("A")
    assert [one.diagnosis.code for one in found if group_of(one) is Group.WORTH_ASKING] == []


@pytest.mark.parametrize(
    ("code", "facts", "expected"),
    [
        ("1.1", {"pain_qualities": ["pulsating"]}, Group.WORTH_ASKING),  # C2, within C
        ("1.1", {"pain_qualities": ["dull_aching"]}, Group.NOTHING_YET),
        ("2.3", {"pain_qualities": ["pressing_tightening"]}, Group.WORTH_ASKING),
        ("3.4", {"laterality": "right_always"}, Group.NOTHING_YET),  # A alone
        ("3.4", {"laterality": "right_always", "restlessness": True}, Group.WORTH_ASKING),
        ("3.4", {"laterality": "bilateral"}, Group.EXCLUDED),
    ],
)
def test_the_line_between_them(code: str, facts: dict[str, Any], expected: Group) -> None:
    assert group(code, **facts) is expected


@pytest.mark.parametrize("code", ["1.5", "2.4", "3.5.1", "4.8.1"])
def test_of_a_probable_form_what_says_that_no_other_is_met_points_to_nothing(code: str) -> None:
    one = of(headache_present=True).diagnosis(code, "A")
    assert Truth.MET in one.criteria.values()
    assert Truth.MET not in telling_letters(one).values()
    assert group_of(one) is Group.NOTHING_YET


def test_dangerous_ones_are_those_of_vessels_and_pressure() -> None:
    assert {"6.4.1", "6.5.1.1", "6.5.1.2", "7.2"} == DANGEROUS


@pytest.mark.parametrize("code", sorted(DANGEROUS))
@pytest.mark.parametrize("letter", ["A", "B", "C", "C1", "D", "E"])
def test_a_dangerous_one_is_never_folded_away_with_any_letter_but_a_met(code: str, letter: str) -> None:
    one = of().diagnosis(code, "A")
    if letter not in one.criteria:
        pytest.skip("it has no such letter")
    found = group_of(with_letter(one, letter))
    assert found is (Group.NOTHING_YET if letter == "A" else Group.WORTH_ASKING)


def with_letter(one: DiagnosisReading, letter: str) -> DiagnosisReading:
    """The same with this letter met and the whole as open as before."""
    return replace(one, trace=_lit(one.trace, letter))


def _lit(trace: Trace, letter: str) -> Trace:
    parts = tuple(_lit(part, letter) for part in trace.parts)
    return replace(trace, parts=parts, truth=Truth.MET if trace.letter == letter else trace.truth)


def test_what_is_excluded_stays_excluded_however_near() -> None:
    one = of(pain_qualities=["pulsating"], laterality="right_always").diagnosis("1.1", "A")
    assert group_of(one) is Group.WORTH_ASKING
    assert group_of(replace(one, status=Status.EXCLUDED)) is Group.EXCLUDED


def test_the_nearest_comes_first() -> None:
    found = of(
        laterality="right_always",
        headache_continuous=True,
        cas_conjunctival_or_tearing="ipsilateral",
        indomethacin_response="absolute",
        pain_qualities=["pulsating"],
    ).of_headache("A")
    order = nearest_first(one for one in found if group_of(one) is Group.WORTH_ASKING)
    codes = [one.diagnosis.code for one in order]
    assert codes.index("3.4") < codes.index("1.1")
    assert [nearness(one) for one in order] == sorted(map(nearness, order), reverse=True)


def test_equally_near_ones_stay_in_the_order_of_the_catalogue() -> None:
    found = of().of_headache("A")
    assert nearest_first(found) == sorted(found, key=nearness, reverse=True)
    equal = [one for one in found if nearness(one) == (0.0, 0)]
    assert [one for one in nearest_first(found) if nearness(one) == (0.0, 0)] == equal
