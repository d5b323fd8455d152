"""Which diagnoses stand open, which are folded away, and which never are."""

from dataclasses import replace
from typing import Any

import pytest

from concordant.assessment import Assessment
from concordant.diagnosis import DIAGNOSES, Status
from concordant.diagnosis.grouped import Group, group_of, grouped, most_pressing_first, share_met
from concordant.diagnosis.worth_asking import Worth, worth_asking
from tests.people import assessed

NOTHING: dict[str, Any] = {"concordant": 1, "person": {"id": "x"}, "headaches": [{"id": "A", "facts": {}}]}


def of(**facts: Any) -> Assessment:
    return assessed({**NOTHING, "headaches": [{"id": "A", "facts": facts}]})


def groups(found: Assessment) -> dict[str, Group]:
    readings = found.of_headache("A")
    worth = worth_asking(readings)
    return {one.diagnosis.code: group_of(one, worth) for one in readings}


def test_every_diagnosis_stands_in_one_group() -> None:
    found = grouped(of(laterality="right_always", restlessness=True).of_headache("A"))
    codes = [one.diagnosis.code for group in found.values() for one in group]
    assert sorted(codes) == sorted(one.code for one in DIAGNOSES)


def test_of_nobody_who_was_asked_nothing_is_worth_asking_first() -> None:
    found = groups(of())
    assert found.pop("11.2.1") is Group.MAIN
    assert set(found.values()) == {Group.NOTHING_YET}


@pytest.mark.parametrize(
    ("code", "facts", "expected"),
    [
        ("1.1", {"pain_qualities": ["dull_aching"]}, Group.NOTHING_YET),
        ("1.1", {"nausea": "moderate", "photophobia": True, "phonophobia": True}, Group.WORTH_ASKING),
        ("3.4", {"laterality": "right_always"}, Group.NOTHING_YET),  # A alone
        ("3.4", {"laterality": "right_always", "restlessness": True}, Group.WORTH_ASKING),
        ("3.4", {"laterality": "bilateral"}, Group.EXCLUDED),
    ],
)
def test_the_line_between_them(code: str, facts: dict[str, Any], expected: Group) -> None:
    assert groups(of(**facts))[code] is expected


def test_the_page_and_the_next_question_agree_on_what_matters() -> None:
    found = of(laterality="right_always", restlessness=True, pain_qualities=["pulsating"])
    readings = found.of_headache("A")
    worth = worth_asking(readings)
    for one in readings:
        if one.status is Status.UNDETERMINED and one.diagnosis.code != "11.2.1":
            assert (group_of(one, worth) is Group.WORTH_ASKING) is worth[one.diagnosis.code].matters


def test_what_is_excluded_stays_excluded_however_near() -> None:
    readings = of(laterality="right_always", restlessness=True).of_headache("A")
    worth = worth_asking(readings)
    one = next(one for one in readings if one.diagnosis.code == "3.4")
    assert group_of(one, worth) is Group.WORTH_ASKING
    assert group_of(replace(one, status=Status.EXCLUDED), worth) is Group.EXCLUDED


def test_danger_comes_first_and_then_the_nearest() -> None:
    readings = of(
        csf_temporal_relation=True,
        laterality="right_always",
        headache_continuous=True,
        cas_conjunctival_or_tearing="ipsilateral",
        nausea="moderate",
        photophobia=True,
        phonophobia=True,
    ).of_headache("A")
    worth = worth_asking(readings)
    listed = most_pressing_first((one for one in readings if group_of(one, worth) is Group.WORTH_ASKING), worth)
    reasons = [worth[one.diagnosis.code] for one in listed]
    assert reasons == sorted(reasons, key=list(Worth).index)
    for reason in set(reasons):
        shares = [share_met(one) for one in listed if worth[one.diagnosis.code] is reason]
        assert shares == sorted(shares, reverse=True)
    assert {Worth.DANGER, Worth.POINTED_TO} <= set(reasons)


def test_equally_near_ones_stay_in_the_order_of_the_catalogue() -> None:
    readings = [one for one in of().of_headache("A") if one.diagnosis.code != "11.2.1"]
    worth = dict.fromkeys((one.diagnosis.code for one in readings), Worth.FAR_FETCHED)
    equal = [one for one in readings if share_met(one) == 0.0]
    assert [one for one in most_pressing_first(readings, worth) if share_met(one) == 0.0] == equal
