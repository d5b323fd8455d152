"""What is open today: alarm, instability, attack, irritability, and what a medicine masks."""

from itertools import product

import pytest

from concordant.measures import PROCEDURES, Today, access
from concordant.measures.gates import must_stop

BY_KEY = {one.key: one for one in PROCEDURES}
WELL = {"alarm": False, "unstable": False, "headache_phase": "none", "irritable": False, "hours_since_medicine": 100}


def found(key, **today):
    return access(BY_KEY[key], Today(**(WELL | today)))


@pytest.mark.parametrize("key", BY_KEY)
def test_everything_is_open_to_somebody_well(key):
    assert (found(key).open, found(key).masked, found(key).reasons) == (True, False, ())


@pytest.mark.parametrize("key", [key for key, one in BY_KEY.items() if one.step >= 3 and key != "jull_cluster"])
def test_an_alarm_closes_it_and_without_a_screen_it_is_not_open(key):
    assert found(key, alarm=True).open is False
    assert "stop and refer" in found(key, alarm=True).reasons[0]
    assert found(key, alarm=None).open is None
    assert found(key, alarm=None).reasons[0] == (
        "not known whether the vascular and neurological screen raised an alarm"
    )


@pytest.mark.parametrize(
    ("key", "today", "answer"),
    [
        ("flexion_rotation", {"unstable": True}, False),
        ("palpation", {"unstable": True}, False),
        ("active_range", {"unstable": True}, False),
        ("active_range", {"unstable": None}, None),
        ("craniovertebral_angle", {"unstable": True}, True),
        ("ligament_screen", {"unstable": None}, True),
        ("active_range", {"headache_phase": "attack"}, False),
        ("pressure_pain", {"headache_phase": "attack"}, False),
        ("pressure_pain", {"headache_phase": "after"}, True),
        ("pressure_pain", {"headache_phase": None}, None),
        ("flexion_rotation", {"headache_phase": "attack"}, True),
        ("strength", {"irritable": True}, False),
        ("strength", {"irritable": None}, None),
        ("craniocervical_flexion", {"irritable": True}, True),
        ("flexion_rotation", {"held": True}, False),
        ("palpation", {"held": True}, False),
        ("active_range", {"held": True}, True),
        ("active_range", {"loaded": True}, False),
        ("craniocervical_flexion", {"held": True}, True),
        ("craniovertebral_angle", {"held": True}, True),
        ("ligament_screen", {"held": True}, True),
        ("palpation", {"risen": True}, False),
        ("flexor_endurance", {"risen": True}, False),
        ("strength", {"risen": True}, False),
        ("flexion_rotation", {"risen": True}, True),
        ("jull_cluster", {"risen": True}, True),
        # One lock that closes is enough, whatever else is not known.
        ("active_range", {"unstable": None, "headache_phase": "attack"}, False),
    ],
)
def test_locks(key, today, answer):
    assert found(key, **today).open is answer


@pytest.mark.parametrize(
    ("today", "masked"),
    [
        ({"hours_since_medicine": 0}, True),
        ({"hours_since_medicine": 23.9}, True),
        ({"hours_since_medicine": 24}, False),
        ({"hours_since_medicine": None}, None),
        ({"headache_phase": "attack"}, True),
        ({"headache_phase": None, "hours_since_medicine": 2}, True),
        ({"headache_phase": None}, None),
    ],
)
def test_provocation_is_masked_in_an_attack_and_after_a_medicine(today, masked):
    assert found("palpation", **today).masked is masked
    assert found("palpation", **today).open is True
    assert found("flexion_rotation", **today).masked is False


def test_more_knowledge_never_turns_an_answer():
    words = {
        "alarm": (None, False, True),
        "unstable": (None, False, True),
        "headache_phase": (None, "none", "attack"),
        "irritable": (None, False, True),
    }
    for values in product(*words.values()):
        today = dict(zip(words, values, strict=True))
        for key in ("active_range", "palpation", "strength"):
            answer = found(key, **today).open
            told = [name for name, value in today.items() if value is None]
            for name in told:
                for value in words[name][1:]:
                    more = found(key, **(today | {name: value})).open
                    assert answer is None or more is answer


@pytest.mark.parametrize("hours", [-1, float("nan")])
def test_hours_that_cannot_be_are_refused(hours):
    with pytest.raises(ValueError, match="hours since a medicine"):
        found("palpation", hours_since_medicine=hours)


@pytest.mark.parametrize(
    ("start", "now", "stop"), [(2, 4, False), (0, 3, True), (7, 10, True), (8, 10, False), (5, 2, False)]
)
def test_testing_stops_where_the_headache_has_risen_by_three(start, now, stop):
    assert must_stop(start, now) is stop


@pytest.mark.parametrize(("start", "now"), [(-1, 3), (2, 11), (float("nan"), 3)])
def test_pain_that_cannot_be_is_refused(start, now):
    with pytest.raises(ValueError, match="pain is 0 to 10"):
        must_stop(start, now)


def test_a_headache_raised_too_far_closes_everything_that_is_done_from_step_8_on():
    closed = [key for key in BY_KEY if found(key, risen=True).open is False]
    assert closed == [key for key, one in BY_KEY.items() if one.step >= 8 and key != "jull_cluster"]


def test_a_flag_that_holds_manual_work_closes_what_hands_and_end_ranges_do():
    closed = {key for key in BY_KEY if found(key, held=True).open is False}
    assert closed == {"flexion_rotation", "palpation", "sustained_pressure", "arm_symptoms"}


def test_a_flag_that_holds_loading_closes_what_an_unstable_neck_closes():
    assert [key for key in BY_KEY if found(key, loaded=True).open is False] == [
        key for key in BY_KEY if found(key, unstable=True).open is False
    ]
