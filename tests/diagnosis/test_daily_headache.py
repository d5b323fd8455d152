"""Headache on 15 days a month: chronic migraine, chronic tension-type, the neck, overuse (diagnosis 0.6, 1.6)."""

from datetime import timedelta

import pytest

from concordant.criteria import Truth
from concordant.diagnosis import Status
from tests.people import FIRST_VISIT, asked_everything, assessed

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
DEFINITE, UNDETERMINED, EXCLUDED = Status.DEFINITE, Status.UNDETERMINED, Status.EXCLUDED

CALM = {
    "nausea_today": "none",
    "vomiting_today": False,
    "photophobia_today": False,
    "phonophobia_today": False,
    "aura_today": False,
    "believed_migraine_at_onset": False,
    "acute_medication": [],
}
DAY = {
    "-": {"headache_today": False, "acute_medication": []},
    # Like migraine; like tension-type headache; like a headache from the neck.
    "m": CALM
    | {"headache_today": True, "headache_side_today": "left", "pulsating_today": True, "nausea_today": "mild"},
    "t": CALM
    | {
        "headache_today": True,
        "headache_side_today": "both",
        "pulsating_today": False,
        "intensity_nrs": 4,
        "worse_with_routine_activity_today": False,
    },
    "n": CALM
    | {
        "headache_today": True,
        "headache_side_today": "right",
        "pulsating_today": True,
        "intensity_nrs": 8,
        "worse_with_routine_activity_today": True,
        "started_in_neck_today": True,
    },
}
MIGRAINE = {
    "attack_duration_minutes": [300, 1440],
    "pain_qualities": ["pulsating", "pressing_tightening"],
    "photophobia": True,
    "phonophobia": True,
    "preexisting_headache": True,
}
NOT_THE_NECK = {"neck_disorder_clinical_evidence": False}


def months(pattern, count=4, day=None):
    """So many months of 30 days, each in this pattern; the newest ends on the first visit."""
    assert len(pattern) == 30
    signs = pattern * count
    first = FIRST_VISIT - timedelta(days=len(signs) - 1)
    of = day or DAY
    return [{"date": (first + timedelta(days=n)).isoformat(), **of[sign]} for n, sign in enumerate(signs)]


def found(diary, **more):
    return assessed(asked_everything(diary=diary, **(MIGRAINE | more)))


def status(one, *codes):
    return tuple(one.diagnosis(code, "A").status for code in codes)


@pytest.mark.parametrize(
    ("pattern", "count", "expected"),
    [
        ("m" * 8 + "t" * 7 + "-" * 15, 4, DEFINITE),
        ("m" * 8 + "t" * 6 + "-" * 16, 4, EXCLUDED),
        ("m" * 7 + "t" * 8 + "-" * 15, 4, EXCLUDED),
        ("m" * 8 + "t" * 7 + "-" * 15, 3, UNDETERMINED),
    ],
)
def test_chronic_migraine_needs_15_and_8_days_for_more_than_three_months(pattern, count, expected):
    assert status(found(months(pattern, count), **NOT_THE_NECK), "1.3") == (expected,)


def test_g11_chronic_migraine_excludes_chronic_tension_type_headache():
    told = {"laterality": "bilateral", "photophobia": False, "phonophobia": False, "nausea": "mild"}
    told |= {"headache_days_per_year": 200}
    both = found(months("m" * 8 + "t" * 15 + "-" * 7), **told, **NOT_THE_NECK)
    letters = both.diagnosis("2.3", "A").criteria
    assert [letters[letter] for letter in "ABCDE"] == [MET, MET, MET, MET, NOT_MET]
    assert status(both, "1.3", "2.3") == (DEFINITE, EXCLUDED)


def overusing(pattern, **more):
    triptan = {sign: row | ({"acute_medication": ["triptan"]} if sign != "-" else {}) for sign, row in DAY.items()}
    return found(months(pattern, 4, triptan), **more)


def test_g10_chronic_migraine_and_overuse_are_both_given():
    both = overusing("m" * 8 + "t" * 7 + "-" * 15, **NOT_THE_NECK)
    assert status(both, "1.3", "8.2") == (DEFINITE, DEFINITE)


def test_g10_tension_type_headache_and_overuse_are_both_given():
    told = {"laterality": "bilateral", "pain_qualities": ["pressing_tightening"], "photophobia": False}
    told |= {"headache_days_per_year": 200, "phonophobia": False}
    both = overusing("t" * 16 + "-" * 14, **told, **NOT_THE_NECK)
    assert status(both, "2.3", "1.3", "8.2") == (DEFINITE, EXCLUDED, DEFINITE)


def test_g10_headache_from_the_neck_and_overuse_are_both_given():
    both = overusing("n" * 16 + "-" * 14, temporal_relation_neck="established", attack_duration_minutes=120)
    assert status(both, "11.2.1", "8.2") == (DEFINITE, DEFINITE)


@pytest.mark.parametrize(
    ("pattern", "neck", "a"),
    [
        # 15 days that are surely not from the neck.
        ("m" * 8 + "t" * 7 + "n" * 5 + "-" * 10, {}, MET),
        # 13 of them, and it is open whether this person has a headache from the neck at all.
        ("m" * 8 + "t" * 5 + "n" * 7 + "-" * 10, {}, UNKNOWN),
        # The neck is excluded, so all 20 count.
        ("m" * 8 + "t" * 5 + "n" * 7 + "-" * 10, NOT_THE_NECK, MET),
    ],
)
def test_days_from_the_neck_are_taken_out_where_there_is_one(pattern, neck, a):
    case = found(months(pattern), **neck)
    assert case.diagnosis("1.3", "A").criteria["A"] is a
