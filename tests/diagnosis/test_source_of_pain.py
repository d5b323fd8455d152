"""Where the neck reproduces the headache: two worked examples of the treatment reference, and what must always hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.criteria import Evaluator, Truth
from concordant.diagnosis import BOOK
from concordant.diagnosis.source_of_pain import STRUCTURES, StructureReading, sources_of_pain
from concordant.facts.fact import SEGMENTS, SIDES
from tests.people import NOT_ASKED, asked_everything, record


def finding(fact: str, value: Any, side: str, segment: str | None = None) -> dict[str, Any]:
    return {"fact": fact, "value": value, "side": side} | ({"segment": segment} if segment else {})


def sources(*findings: dict[str, Any], **facts: Any) -> dict[str, StructureReading]:
    case = asked_everything(**facts)
    case["visits"][0]["findings"] = list(findings)
    read = sources_of_pain(Evaluator(record(case), BOOK), "A")
    return {one.structure.id: one for one in read}


def named(found: dict[str, StructureReading]) -> list[str]:
    return [id for id, one in found.items() if one.truth is Truth.MET]


def test_a_limited_flexion_rotation_test_with_a_concordant_c1_c2_joint_points_to_c1_c2():
    # Treatment reference, example 1: 22 degrees to the right, the familiar headache from C1-C2 right.
    found = sources(
        finding("frt_rotation_deg", 22, "right"),
        finding("frt_rotation_deg", 44, "left"),
        finding("palpation_familiar_headache", True, "right", "C1-C2"),
        finding("palpation_resistance", "stiff", "right", "C1-C2"),
        finding("palpation_pain_nrs", 5, "right", "C1-C2"),
        laterality="right_always",
    )
    assert named(found) == ["C1-C2 right"]
    seen = {one.sign.says for one in found["C1-C2 right"].seen}
    assert "Flexion-rotation test limited to the right" in seen
    assert "The headache is on the right" in seen


def test_a_free_flexion_rotation_test_with_a_concordant_c2_c3_joint_points_to_c2_c3():
    # Treatment reference, example 5.
    found = sources(
        finding("frt_rotation_deg", 44, "right"),
        finding("frt_rotation_deg", 43, "left"),
        finding("palpation_familiar_headache", True, "left", "C2-C3"),
        finding("palpation_familiar_headache", False, "left", "C1-C2"),
        finding("palpation_pain_nrs", 0, "left", "C1-C2"),
    )
    assert named(found) == ["C2-C3 left"]
    assert found["C1-C2 left"].truth is Truth.NOT_MET
    assert "Flexion-rotation test free on both sides, so hardly C1-C2" in {
        one.sign.says for one in found["C2-C3 left"].seen
    }


def test_what_was_not_looked_for_is_open_and_never_excluded():
    assert {one.truth for id, one in sources().items() if "C" in id} == {Truth.UNKNOWN}


def test_what_is_pointed_to_comes_first_and_keeps_its_rivals():
    found = sources(
        finding("palpation_familiar_headache", True, "right", "C2-C3"),
        pain_in_occipital_nerve_territory=True,
        occipital_block_eases=NOT_ASKED,
        pain_severity="severe",
        pain_qualities=["shooting"],
        scalp_dysaesthesia_or_allodynia=True,
        occipital_nerve_tender=True,
    )
    assert next(iter(found)) == "C2-C3 right"
    rivals = [one.rival.rule for one in found["C2-C3 right"].rivals]
    assert "13.4" in rivals


@pytest.mark.parametrize(("agent", "points"), [("lidocaine", True), ("saline", False)])
def test_a_block_of_the_joint_points_to_it_and_one_with_saline_does_not(agent, points):
    found = sources(
        block_done=True,
        block_target="c2_3_joint_or_ton",
        block_agent=agent,
        block_pre_nrs=6,
        block_best_post_nrs=0,
        block_technical_success=True,
    )
    assert ("C2-C3 right" in named(found)) is points


def test_a_rival_that_its_own_rule_excludes_is_not_shown():
    found = sources(
        finding("palpation_familiar_headache", True, "right", "C2-C3"), pain_in_occipital_nerve_territory=False
    )
    assert "13.4" not in [one.rival.rule for one in found["C2-C3 right"].rivals]


@pytest.mark.parametrize("structure", STRUCTURES, ids=lambda one: one.id)
def test_every_sign_says_where_it_comes_from_and_every_rival_can_be_asked(structure):
    for sign in (*structure.pointing_to, *structure.pointing_away, *structure.beside):
        assert sign.source
    for rival in structure.rivals:
        assert not rival.rule or rival.rule in BOOK


segment_findings = st.lists(
    st.one_of(
        st.builds(
            finding,
            st.just("palpation_familiar_headache"),
            st.booleans(),
            st.sampled_from(SIDES),
            st.sampled_from(SEGMENTS),
        ),
        st.builds(
            finding,
            st.just("palpation_pain_nrs"),
            st.integers(0, 10),
            st.sampled_from(SIDES),
            st.sampled_from(SEGMENTS),
        ),
        st.builds(
            finding,
            st.just("palpation_resistance"),
            st.sampled_from(["normal", "stiff", "lax"]),
            st.sampled_from(SIDES),
            st.sampled_from(SEGMENTS),
        ),
        st.builds(finding, st.just("frt_rotation_deg"), st.integers(10, 60), st.sampled_from(SIDES)),
    ),
    max_size=16,
    unique_by=lambda one: (one["fact"], one["side"], one.get("segment")),
)


@given(segment_findings)
def test_sides_are_mirror_images(findings):
    mirrored = [one | {"side": "left" if one["side"] == "right" else "right"} for one in findings]

    def joints(found: dict[str, StructureReading]) -> dict[str, Truth]:
        return {id: one.truth for id, one in found.items() if one.structure.side}

    here, there = joints(sources(*findings)), joints(sources(*mirrored))
    swap = {"left": "right", "right": "left"}
    assert here == {f"{id.rpartition(' ')[0]} {swap[id.rpartition(' ')[2]]}": truth for id, truth in there.items()}


@given(segment_findings, st.data())
def test_taking_a_finding_away_never_makes_a_structure_speak(findings, data):
    if not findings:
        return
    without = list(findings)
    without.remove(data.draw(st.sampled_from(findings)))
    before, after = sources(*findings), sources(*without)
    for id, one in after.items():
        assert one.truth in (before[id].truth, Truth.UNKNOWN)
