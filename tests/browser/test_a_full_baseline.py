"""A baseline with every procedure that the page offers, by keyboard alone, and the file that is taken along.

The person is made up: a right-sided headache from C1-C2 and no warning sign. What is counted are keys; how long a
clinician takes is not measured here (docs/how-to/examine-by-keyboard.md).
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.chart.models import Person
from concordant.facts.fact import SEGMENTS
from concordant.measures import PROCEDURES
from concordant.record.read import read_file
from tests.browser.keyboard import Keyboard
from tests.browser.scene import a_physiotherapist, signed_on, taken_along, today
from tests.clinic import build
from tests.clinic.signing_in import sign_in
from tests.people import asked_everything

Values = Mapping[str, Any]
"""By the name of the input: a number, trials, yes or no, or a word."""


def both(name: str, left: Any, right: Any) -> dict[str, Any]:
    return {f"{name}.left": left, f"{name}.right": right}


def by_segment(name: str, left: Any, right: Any) -> dict[str, Any]:
    """From C0-C1 down; None where nothing is to be entered."""
    rows = zip(SEGMENTS, left, right, strict=True)
    found = {
        f"{name}.{segment}.{side}": value for segment, *row in rows for side, value in zip(SIDES, row, strict=True)
    }
    return {name: value for name, value in found.items() if value is not None}


SIDES = ("left", "right")
NO = ("cranial_nerve_deficit", "horner_signs", "ataxia_or_unsteady", "gait_deviation", "hoffmann", "inverted_supinator",
      "babinski", "hyperreflexia_or_clonus")  # fmt: skip
MUSCLES = ("suboccipital", "upper_trapezius", "sternocleidomastoid", "splenius", "levator_scapulae")
BASELINE: Mapping[str, Values] = {
    "vascular_neurological_screen": {
        "position": "sitting",
        "systolic_bp_mmhg": 124,
        "diastolic_bp_mmhg": 80,
        "three_n": frozenset(),
        **dict.fromkeys(NO, False),
    },
    "ligament_screen": {
        "alar_ligament_test": "negative",
        "sharp_purser": "negative",
        "transverse_ligament_test": "negative",
        "membrane_tests": "negative",
    },
    "craniovertebral_angle": {"position": "standing", **both("craniovertebral_angle_deg", 51, 50)},
    "active_range": {
        "instrument": "cervical_rom_device",
        "arom_flexion_deg": (48, 50, 49),
        "arom_extension_deg": (52, 51, 54),
        **both("arom_lateral_flexion_deg", (36, 37, 36), (32, 33, 34)),
        **both("arom_rotation_deg", (62, 64, 63), (50, 51, 52)),
        "arom_flexion_response": "none",
        "arom_extension_response": "familiar_headache",
        **both("arom_lateral_flexion_response", "none", "none"),
        **both("arom_rotation_response", "none", "familiar_headache"),
    },
    "pressure_pain": {
        "position": "sitting",
        **both("ppt_upper_trapezius_kpa", (240, 228, 232), (210, 196, 200)),
        **both("ppt_suboccipital_kpa", (190, 182, 178), (150, 141, 143)),
        **both("ppt_c2_pillar_kpa", (180, 172, 170), (140, 128, 132)),
        **both("ppt_temporalis_kpa", (170, 165, 163), (160, 152, 154)),
        **both("ppt_tibialis_anterior_kpa", (420, 410, 414), (415, 402, 408)),
    },
    "flexion_rotation": {
        "instrument": "cervical_rom_device",
        "position": "supine_full_flexion",
        **both("frt_rotation_deg", (40, 41, 42), (24, 25, 26)),
        **both("frt_limit", "resistance", "pain"),
        "": "seldom",
        **both("c0_c2_rotation_deg", (14, 15), (9, 10)),
        **both("side_bend_rotation_deg", (30, 31), (22, 23)),
    },
    "sustained_posture": {
        "sustained_posture_onset_seconds": 45,
        "sustained_posture_familiar_headache": True,
        "sustained_posture_peak_nrs": 4,
        "sustained_posture_neutral_nrs": 3,
        "sustained_posture_settle_seconds": 30,
        "posture_correction_eases": True,
    },
    "sustained_pressure": {
        **by_segment("sustained_pressure_resolution_seconds", [None] * 4, (None, 20, None, None)),
        **by_segment("sustained_pressure_head_pain", ["none"] * 4, ("unfamiliar", "familiar", "none", "none")),
        **by_segment("sustained_pressure_start_nrs", [None] * 4, (None, 4, None, None)),
        **by_segment("sustained_pressure_end_nrs", [None] * 4, (None, 2, None, None)),
    },
    "trigger_points": {
        "position": "supine",
        **{
            f"trigger_point_{muscle}_familiar_headache.{side}": (muscle, side) == ("suboccipital", "right")
            for muscle in MUSCLES
            for side in SIDES
        },
    },
    "palpation": {
        "position": "prone",
        **by_segment("palpation_familiar_headache", [False] * 4, (False, True, False, False)),
        **by_segment("palpation_pain_nrs", (1, 1, 1, 0), (3, 6, 3, 1)),
        **by_segment("palpation_resistance", ["normal"] * 4, ("normal", "stiff", "stiff", "normal")),
        "": "seldom",
        **by_segment("palpation_resolution_seconds", [None] * 4, (None, 12, None, None)),
    },
    "craniocervical_flexion": {"ccft_activation_mmhg": 24, "ccft_good_holds": 6},
    "flexor_endurance": {"dnf_endurance_seconds": (18, 20), "chin_loses_nod": True},
    "extensor_endurance": {"extensor_endurance_seconds": 95},
    "strength": {
        "instrument": "hand_held_dynamometer",
        "position": "sitting",
        "strength_flexion_newton": (61, 64, 63),
        "strength_extension_newton": (98, 101, 104),
        **both("strength_lateral_flexion_newton", (70, 72, 71), (64, 66, 65)),
        **both("strength_rotation_newton_metre", (7, 7.2, 7.4), (6.4, 6.6, 6.8)),
    },
    "joint_position_error": {
        "instrument": "laser",
        **both("jpe_rotation_absolute_error_deg", (3, -4, 2, 3, -4, 2), (6, 5, 7, 6, -5, 7)),
        "jpe_extension_absolute_error_deg": (4, 5, 4, 5, 4, 5),
        "jpe_flexion_absolute_error_deg": (2, 3, 2, 3, 2, 3),
    },
    "smooth_pursuit": {
        "instrument": "eye_tracker",
        **both("spnt_gain_difference", 0.02, 0.05),
        **both("spnt_clinical_rating", 0, 1),
        "spnt_positive": False,
    },
    "arm_symptoms": {**both("spurling_test", "negative", "negative"), **both("ulnt1_test", "negative", "negative")},
}
"""In the order of the session. The cluster of Jull is worked out, and is not on the page."""
HOW = ("instrument", "position")


def enter(keys: Keyboard, test: str, values: Values) -> None:
    keys.unfold(test)
    for name, value in values.items():
        match value:
            case str() if name in HOW:
                keys.pick(f"{name}:{test}", value)
            case bool():
                keys.choose(name, "yes" if value else "no")
            case "seldom":
                keys.unfold_seldom(test)
            case str():
                keys.choose_or_pick(name, value)
            case frozenset():
                keys.tick(name, "none")
            case tuple():
                keys.trials(name, *value)
            case _:
                keys.type(name, f"{value:g}")


def expected() -> Iterator[tuple[tuple[str, str | None, str | None], Any, tuple[Any, ...]]]:
    """Fact, side and segment; value; trials."""
    for test, values in BASELINE.items():
        for name, value in values.items():
            if name in HOW or not name:
                continue
            fact, *where = name.split(".")
            side = next((each for each in where if each in SIDES), None)
            segment = next((each for each in where if each in SEGMENTS), None)
            trials = value if isinstance(value, tuple) else ()
            yield (fact, side, segment), came_to(test, trials) if trials else value, trials


def came_to(test: str, trials: tuple[float, ...]) -> float:
    """As the procedures say: pressure drops the first, strength keeps the best two, an error has a size."""
    match test:
        case "pressure_pain":
            return fmean(trials[1:])
        case "strength":
            return fmean(sorted(trials)[1:])
        case "joint_position_error":
            return fmean(map(abs, trials))
    return fmean(trials)


@pytest.fixture
def person(live_server: LiveServer) -> Person:
    """Screened without a warning sign; nothing was measured."""
    clinic = build.a_clinic()
    person = build.a_person(clinic)
    case = asked_everything()
    began = today() - timedelta(days=1)
    case["episode"]["started"] = case["visits"][0]["date"] = began.isoformat()
    signed_on(began, a_physiotherapist(clinic), person, case)
    return person


def test_every_procedure_of_the_session_is_entered() -> None:
    asked = {one.key for one in PROCEDURES if one.key != "jull_cluster"}
    assert BASELINE.keys() == asked


def test_a_full_baseline_is_entered_by_keyboard_and_read_back(
    page: Page,
    live_server: LiveServer,
    person: Person,
    tmp_path: Path,
    record_property: Any,
) -> None:
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{person.pk}/")
    keys = Keyboard(page)
    keys.follow("/examine/")
    keys.jump("content")
    keys.jump("s-session")
    keys.type("pain_now_nrs", "3")
    keys.choose("headache_phase", "none")
    for test, values in BASELINE.items():
        enter(keys, test, values)
    keys.sign()
    expect(page.get_by_role("status").first).to_contain_text("Signed.")
    record_property("full baseline", str(keys))
    assert keys.keys <= 729, str(keys)  # one of them passes the calendar, which stands on every page

    case = read_file(taken_along(page, live_server.url, person, tmp_path))
    found = {
        (one.fact, one.side, one.segment): one
        for visit in case.visits
        for one in visit.findings
        if visit.date == today()
    }
    for where, value, trials in expected():
        assert found[where].value == pytest.approx(value) if trials else found[where].value == value, where
        assert found[where].trials == trials, where
