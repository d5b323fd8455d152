"""The tests of the reference, each fact once, in the order of the session."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from concordant.facts import DICTIONARY
from concordant.facts.examination.active_range import arom_flexion_deg, arom_flexion_response
from concordant.measures import MEASURES, PROCEDURES, Lock, procedure_of
from concordant.measures.measure import Better
from concordant.measures.physical import active_range, palpation
from concordant.measures.procedure import Body
from concordant.measures.reference import measures_page
from concordant.measures.repeats import Join, RealChange, SignGone, Trials

REFERENCE = (Path(__file__).parents[2] / "docs/clinical/examination.md").read_text("utf-8")


def facts_of_section_2():
    rows = [row for row in REFERENCE.split("## 2.")[1].split("Cross-checks")[0].splitlines() if row.startswith("| `")]
    for row in rows:
        names = re.findall(r"`(\w+)`", row.split("|")[1])
        whole = [name for name in names if not name.startswith("_")]
        yield from whole
        # "(and the `_familiar_headache` of each)"; an error is named anew for each kind of error.
        for ending in (name for name in names if name.startswith("_")):
            yield from (name.replace("_absolute_error_deg", "") + ending for name in whole)


def test_every_fact_of_section_2_belongs_to_exactly_one_test():
    names = list(facts_of_section_2())
    assert len(names) > 60
    assert [name for name in names if name not in DICTIONARY] == []
    found = [name for procedure in PROCEDURES for name in (fact.name for fact in procedure.facts)]
    assert [name for name in names if found.count(name) != 1] == []
    assert [name for name in names if procedure_of(DICTIONARY[name]) is None] == []


def test_every_number_of_section_2_with_a_step_is_measured_in_it():
    for row in REFERENCE.split("## 2.")[1].split("Cross-checks")[0].splitlines():
        cells = [cell.strip() for cell in row.split("|")]
        if not row.startswith("| `") or not re.fullmatch(r"[\d.]+", cells[2]):
            continue
        for name in re.findall(r"`(\w+)`", cells[1]):
            # Constant and variable errors are told with the absolute error, and have no cut-off or error of their own.
            if name in MEASURES:
                assert MEASURES[name].step == float(cells[2]), name
            else:
                assert name.startswith("_") or name == "ccft_holds_by_stage", name


@pytest.mark.parametrize("section", [f"3.{number}" for number in range(1, 19)])
def test_every_test_of_section_3_stands_in_the_catalogue(section):
    sections = [part for one in PROCEDURES for part in re.findall(r"3\.\d+", one.section)]
    assert sections.count(section) == 1


def test_the_order_is_that_of_the_session_and_nobody_is_turned_over_twice_within_a_step():
    order = [(one.step, one.body.value) for one in PROCEDURES]
    assert order == sorted(order)


def test_an_alarm_closes_everything_from_step_3_on():
    assert [one.key for one in PROCEDURES if Lock.ALARM not in one.locked_by] == [
        "vascular_neurological_screen",
        "jull_cluster",
    ]


def test_an_attack_defers_range_and_pressure_thresholds():
    assert [one.key for one in PROCEDURES if Lock.ATTACK in one.locked_by] == ["active_range", "pressure_pain"]


# Examination 7, row by row: same rater, other rater (None: one rater only).
SECTION_7 = {
    "arom_flexion_deg": (10, 14),
    "arom_extension_deg": (10, 14),
    "arom_lateral_flexion_deg": (10, 14),
    "arom_rotation_deg": (10, 14),
    "frt_rotation_deg": (7, 9.8),
    "frt_rotation_after_treatment_deg": (7, 9.8),
    "c0_c2_rotation_deg": (4, 5.6),
    "ccft_activation_mmhg": (4, None),
    "ccft_activation_score": (4, None),
    "ccft_performance_index": (20, None),
    "dnf_endurance_seconds": (18, 32),
    "extensor_endurance_seconds": (71, 99.4),
    "strength_flexion_newton": (20, 30),
    "strength_extension_newton": (20, 30),
    "strength_lateral_flexion_newton": (20, 30),
    "strength_rotation_newton_metre": (20, 30),
    "jpe_rotation_absolute_error_deg": (5.2, 7.28),
    "jpe_extension_absolute_error_deg": (5.2, 7.28),
    "jpe_flexion_absolute_error_deg": (5.2, 7.28),
    "craniovertebral_angle_deg": (5.0, 5.5),
    "ppt_upper_trapezius_kpa": (196, 274.4),
    "ppt_suboccipital_kpa": (196, 274.4),
    "ppt_c2_pillar_kpa": (196, 274.4),
    "ppt_temporalis_kpa": (196, 274.4),
    "ppt_tibialis_anterior_kpa": (196, 274.4),
}


def test_the_thresholds_of_section_7_and_no_others():
    found = {
        name: (
            one.change.between_raters(True)[0],
            None if one.same_rater_only else one.change.between_raters(False)[0],
        )
        for name, one in MEASURES.items()
        if isinstance(one.change, RealChange)
    }
    assert found == SECTION_7
    assert {name for name, one in MEASURES.items() if isinstance(one.change, RealChange) and one.change.percent} == {
        name for name in SECTION_7 if name.startswith("strength")
    }


def test_familiar_headache_is_the_only_sign_that_is_followed():
    signs = [name for name, one in MEASURES.items() if isinstance(one.change, SignGone)]
    assert signs
    assert all(name.endswith("familiar_headache") for name in signs)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"no_norm": "x"}, "give norms, or say why"),
        ({"norms": (), "no_norm": ""}, "give norms, or say why"),
        ({"instruments": ()}, "an instrument and a position"),
        ({"positions": ()}, "an instrument and a position"),
        ({"better": Better.NEITHER}, "nothing is reduced"),
        ({"change": SignGone("x")}, "a sign is gone or not"),
        ({"fact": arom_flexion_response}, "a number or a sign"),
        ({"fact": arom_flexion_deg}, "a norm has a side"),
    ],
)
def test_a_declaration_that_cannot_hold_is_refused(wrong, told):
    with pytest.raises(ValueError, match=told):
        replace(active_range.rotation, **wrong)


def test_a_test_of_a_later_step_that_an_alarm_does_not_close_is_refused():
    with pytest.raises(ValueError, match="an alarm locks"):
        replace(palpation.procedure, locked_by=frozenset())
    assert replace(palpation.procedure, locked_by=frozenset(), body=Body.AT_THE_DESK).step == 8


@pytest.mark.parametrize(
    ("least", "most", "join"), [(0, 3, Join.MEAN), (3, 2, Join.MEAN), (1, 3, Join.MEAN_AFTER_FIRST)]
)
def test_trials_that_cannot_be_joined_are_refused(least, most, join):
    with pytest.raises(ValueError, match="needs at least"):
        Trials(least, most, join)


def test_the_page_names_every_fact_and_every_source():
    page = measures_page("")
    assert [name for name in MEASURES if f"`{name}`" not in page] == []
    assert all(one.source in page and one.how in page for one in PROCEDURES)
    assert "18 s, 32 s between raters" in page
    assert "at or below 32° (0 to below 60 years)" in page
