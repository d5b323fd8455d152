"""The Canadian C-spine rule and NEXUS against a second writing of the published order, combination by combination."""

from datetime import date, timedelta
from itertools import product

import pytest

from concordant.criteria import Truth
from concordant.safety.imaging import Imaging, read_injury
from tests.people import asked_everything, assessed, record

TODAY = date(2024, 1, 10)
YES, NO, OPEN = True, False, None
TRI = (YES, NO, OPEN)

CALM = {
    "alert_gcs_15": True,
    "vitals_stable": True,
    "acute_paralysis": False,
    "intoxicated": False,
    "distracting_injury": False,
    "neuro_deficit_new": False,
    "limb_paraesthesia": False,
    "sitting_position": False,
    "midline_tenderness": True,
}
CRASH = {
    "injury_date": (TODAY - timedelta(days=1)).isoformat(),
    "whiplash_occurred": True,
    "penetrating_injury": False,
    "dangerous_mechanisms": [],
    "rear_end_collision": False,
    "rear_end_exclusions": [],
    "ambulatory_since_injury": False,
    "neck_pain_delayed": False,
}


def a_crash(*, born="1984-01-01", turns=(70, 70), **changes):
    """Somebody of 40 the day after a crash, in step 2 with no low-risk factor; None takes an answer away."""
    person = {"known_vertebral_disease": False}
    parts = {"facts": person, "visit": dict(CALM), "injury": dict(CRASH)}
    for name, value in changes.items():
        there = next((part for part in parts.values() if name in part), parts["injury"])
        there.pop(name, None)
        if value is not None:
            there[name] = value
    findings = [
        {"fact": "arom_rotation_deg", "side": side, "value": value}
        for side, value in zip(("left", "right"), turns, strict=True)
        if value is not None
    ]
    return {
        "concordant": 1,
        "person": {"id": "someone"} | ({"born": born} if born else {}),
        "episode": {"started": TODAY.isoformat()},
        "facts": person,
        "injuries": [{"id": "crash", "facts": parts["injury"]}],
        "headaches": [],
        "visits": [{"date": TODAY.isoformat(), "facts": parts["visit"], "findings": findings}],
    }


def reading(case, as_of=TODAY):
    return read_injury(record(case, as_of), "crash")


# --- written again from the published text, three-valued as the reference writes it --------------------------------


def any_(*values):
    return YES if YES in values else OPEN if OPEN in values else NO


def both(*values):
    return NO if NO in values else OPEN if OPEN in values else YES


def opposite(value):
    return None if value is None else not value


def published(*, cleared, out, high, low, left, right):
    if cleared is YES:
        return "no_imaging"
    if out is YES:
        return "not_applicable"
    if high is YES:
        return "imaging"
    if high is OPEN:
        return "imaging_or_ask"
    if low is NO:
        return "imaging"
    if low is OPEN:
        return "imaging_or_ask"
    if left is NO or right is NO:
        return "imaging"
    if left is YES and right is YES:
        # Not in the published text: where it is not known whether the rule applies, it clears nobody.
        return "no_imaging" if out is NO else "imaging_or_ask"
    return "imaging_or_ask"


DEGREES = {YES: 45, NO: 44, OPEN: None}
AGES = {YES: "1959-01-10", NO: "1959-01-11", OPEN: None}  # 65 and 64 on this day


@pytest.mark.parametrize("mechanism", TRI)
@pytest.mark.parametrize("old", TRI)
def test_step_one_and_its_way_through_the_others(old, mechanism):
    for tingling, walked, sat, left, right in product(TRI, repeat=5):
        case = a_crash(
            born=AGES[old],
            dangerous_mechanisms={YES: ["axial_load"], NO: [], OPEN: None}[mechanism],
            limb_paraesthesia=tingling,
            ambulatory_since_injury=walked,
            sitting_position=sat,
            turns=(DEGREES[left], DEGREES[right]),
        )
        expected = published(
            cleared=NO,
            # An age that is not known may be that of a child.
            out=OPEN if old is OPEN else NO,
            high=any_(old, mechanism, tingling),
            low=any_(walked, sat),
            left=left,
            right=right,
        )
        assert reading(case).c_spine.value == expected, (old, mechanism, tingling, walked, sat, left, right)


@pytest.mark.parametrize("rear", TRI)
@pytest.mark.parametrize("not_simple", TRI)
def test_step_two_one_low_risk_factor_is_enough(rear, not_simple):
    for sat, walked, delayed, tender in product(TRI, repeat=4):
        case = a_crash(
            rear_end_collision=rear,
            rear_end_exclusions={YES: ["rollover"], NO: [], OPEN: None}[not_simple],
            sitting_position=sat,
            ambulatory_since_injury=walked,
            neck_pain_delayed=delayed,
            midline_tenderness=tender,
        )
        low = any_(both(rear, opposite(not_simple)), sat, walked, delayed, opposite(tender))
        expected = published(cleared=NO, out=NO, high=NO, low=low, left=YES, right=YES)
        assert reading(case).c_spine.value == expected, (rear, not_simple, sat, walked, delayed, tender)


@pytest.mark.parametrize("child", TRI)
@pytest.mark.parametrize("cleared", TRI)
def test_scope_and_clearance_come_first(cleared, child):
    ages = {YES: "2008-01-11", NO: "2008-01-10", OPEN: None}  # 15 and 16 on this day
    for drowsy, unstable, paralysed, disease, pierced in product(TRI, repeat=5):
        case = a_crash(
            born=ages[child],
            spine_imaging_cleared=cleared,
            alert_gcs_15=opposite(drowsy),
            vitals_stable=opposite(unstable),
            acute_paralysis=paralysed,
            known_vertebral_disease=disease,
            penetrating_injury=pierced,
            ambulatory_since_injury=True,
        )
        # The kind of imaging is not said: it clears where neither age nor mechanism is dangerous.
        certainly_cleared = YES if cleared is YES and child is not OPEN else NO
        out = any_(child, drowsy, unstable, paralysed, disease, pierced)
        expected = published(
            cleared=certainly_cleared, out=out, high=OPEN if child is OPEN else NO, low=YES, left=YES, right=YES
        )
        assert reading(case).c_spine.value == expected, (cleared, child, drowsy, unstable, paralysed, disease, pierced)


@pytest.mark.parametrize("tender", TRI)
@pytest.mark.parametrize("deficit", TRI)
def test_nexus_every_combination(tender, deficit):
    for drowsy, drunk, hurt in product(TRI, repeat=3):
        case = a_crash(
            midline_tenderness=tender,
            neuro_deficit_new=deficit,
            alert_gcs_15=opposite(drowsy),
            intoxicated=drunk,
            distracting_injury=hurt,
        )
        word = {YES: "imaging", NO: "no_imaging", OPEN: "imaging_or_ask"}
        assert reading(case).nexus.value == word[any_(tender, deficit, drowsy, drunk, hurt)]


# --- edges ----------------------------------------------------------------------------------------------------------

WALKED = {"ambulatory_since_injury": True, "midline_tenderness": False}


@pytest.mark.parametrize(
    ("turns", "answer"),
    [
        ((45, 45), "no_imaging"),
        ((44.9, 45), "imaging"),
        ((45, 44.9), "imaging"),
        ((None, 45), "imaging_or_ask"),
        ((None, 44), "imaging"),
    ],
)
def test_exactly_45_degrees_to_both_sides(turns, answer):
    assert reading(a_crash(turns=turns, **WALKED)).c_spine.value == answer


@pytest.mark.parametrize(("born", "answer"), [("1959-01-11", "no_imaging"), ("1959-01-10", "imaging")])
def test_64_and_65_years(born, answer):
    assert reading(a_crash(born=born, **WALKED)).c_spine.value == answer


@pytest.mark.parametrize(
    ("hours", "action", "note"),
    [
        (47, "emergency", ()),
        (48, "emergency", ()),
        (49, "same_day", ("Outside the validated 48 h: a guide only",)),
    ],
)
def test_the_validated_48_hours(hours, action, note):
    case = a_crash(injury_date=None, dangerous_mechanisms=["axial_load"], injury_hours_ago=hours, injury_weeks_ago=0.3)
    assert reading(case).notes == note
    flag = next(one for one in assessed(case, TODAY).safety.open if one.flag.id == "ccr_imaging")
    assert flag.action.value == action


MAYBE, OUTSIDE = "May be outside the validated 48 h: treated as inside", "Outside the validated 48 h: a guide only"


@pytest.mark.parametrize(("days", "notes"), [(1, ()), (2, (MAYBE,)), (3, (MAYBE,)), (4, (OUTSIDE,))])
def test_a_date_without_a_clock_time_counts_as_inside_where_it_may_be(days, notes):
    case = a_crash(injury_date=(TODAY - timedelta(days=days)).isoformat(), dangerous_mechanisms=["axial_load"])
    assert reading(case).notes == notes


def test_in_pregnancy_it_says_that_it_was_not_validated():
    case = a_crash(**WALKED)
    case["facts"]["pregnant_or_postpartum"] = "pregnant"
    assert "The rule is not validated in pregnancy" in reading(case).notes


# --- what it says -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({"spine_imaging_cleared": True}, "Cleared: imaging was done and a physician cleared it"),
        ({"vitals_stable": False}, "The rule does not apply, a physician decides: Stable vital signs: no"),
        ({"limb_paraesthesia": True}, "Step 1, a high-risk factor: Limb paraesthesia since injury: yes"),
        ({"limb_paraesthesia": None}, "Step 1: not known whether there is a high-risk factor"),
        ({}, "Step 2: no low-risk factor; do not test rotation"),
        (
            {"sitting_position": None},
            "Step 2: not known whether there is a low-risk factor; do not test rotation",
        ),
        (WALKED | {"turns": (44, 60)}, "Step 3, does not turn 45 degrees to both sides: Active rotation (left): 44°"),
        (WALKED | {"turns": (None, 60)}, "Step 3: rotation to both sides is not known"),
        (WALKED, "Step 3: turns 45 degrees to both sides"),
        (
            WALKED | {"penetrating_injury": None},
            "Steps 1 to 3 ask for none, but not known whether the rule applies",
        ),
    ],
)
def test_the_step_that_decided_is_named(changes, step):
    assert reading(a_crash(**changes)).step == step


@pytest.mark.parametrize(
    ("changes", "open_fact"),
    [
        ({"midline_tenderness": None}, "midline_tenderness"),
        ({"midline_tenderness": False, "limb_paraesthesia": None}, "limb_paraesthesia"),
    ],
)
def test_rotation_is_not_asked_for_before_steps_one_and_two_allow_it(changes, open_fact):
    case = a_crash(turns=(None, None), **changes)
    asked = {name.partition("[")[0] for name in assessed(case, TODAY).safety.not_screened}
    assert "arom_rotation_deg" not in asked
    assert open_fact in asked
    assert reading(case).ask == (open_fact,)


def test_rotation_is_asked_for_once_they_do():
    case = a_crash(turns=(None, None), **WALKED)
    assert "arom_rotation_deg" in {name.partition("[")[0] for name in assessed(case, TODAY).safety.not_screened}


@pytest.mark.parametrize(
    ("changes", "c_spine", "nexus", "result"),
    [
        (WALKED, "no_imaging", "no_imaging", "no_imaging"),
        (WALKED | {"intoxicated": True}, "no_imaging", "imaging", "imaging"),
        (WALKED | {"intoxicated": None}, "no_imaging", "imaging_or_ask", "imaging_or_ask"),
        (WALKED | {"dangerous_mechanisms": ["axial_load"]}, "imaging", "no_imaging", "imaging"),
        (WALKED | {"penetrating_injury": True}, "not_applicable", "no_imaging", "not_applicable"),
        ({"spine_imaging_cleared": True}, "no_imaging", "imaging", "no_imaging"),
    ],
)
def test_of_two_voices_the_more_careful_counts(changes, c_spine, nexus, result):
    found = reading(a_crash(**changes))
    assert (found.c_spine, found.nexus, found.result) == (Imaging(c_spine), Imaging(nexus), Imaging(result))


@pytest.mark.parametrize(
    ("changes", "truth"),
    [
        (WALKED, Truth.NOT_MET),
        (WALKED | {"intoxicated": True}, Truth.MET),
        (WALKED | {"intoxicated": None}, Truth.UNKNOWN),
        (WALKED | {"penetrating_injury": True}, Truth.MET),
        ({"spine_imaging_cleared": True}, Truth.NOT_MET),
    ],
)
def test_the_flag_follows_the_more_careful_answer(changes, truth):
    flags = {one.flag.id: one for one in assessed(a_crash(**changes), TODAY).safety.flags}
    assert flags["ccr_imaging"].truth is truth


def test_of_two_crashes_the_one_that_needs_imaging_counts():
    case = a_crash(**WALKED)
    case["injuries"].append({"id": "fall", "facts": CRASH | {"dangerous_mechanisms": ["axial_load"]}})
    safety = assessed(case, TODAY).safety
    assert [one.result.value for one in safety.injuries] == ["no_imaging", "imaging"]
    assert "ccr_imaging" in {one.flag.id for one in safety.open}


def test_without_an_injury_nothing_is_asked_about_one():
    safety = assessed(asked_everything()).safety
    assert (safety.injuries, safety.not_screened) == ((), ())
