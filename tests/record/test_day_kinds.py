"""What a day looks like, and days counted by it: nothing is imputed, and more answers only settle more."""

from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.criteria.truth import Truth
from concordant.facts import DICTIONARY, UNKNOWN, Span
from concordant.facts.kinds import Choices, Flag, Quantity
from concordant.record.derive.day_kinds import OF_THE_DAY, OF_THE_HEADACHE, TYPES, DayKinds, kinds_of
from tests.people import bare, record

TODAY = date(2025, 1, 8)
FEW = settings(max_examples=60, deadline=None)

RIGHT = {"laterality": "right_always", "pain_qualities": ["pressing_tightening"], "aura_attack_count": 0}
CLEAR = {"photophobia_today": False, "phonophobia_today": False, "nausea_today": "none", "vomiting_today": False}
NECK = {"headache_side_today": "right", "started_in_neck_today": True, **CLEAR}
MIGRAINE = {
    "headache_side_today": "left",
    "pulsating_today": True,
    "nausea_today": "moderate",
    "worse_with_routine_activity_today": True,
    "vomiting_today": False,
    "intensity_nrs": 8,
    "started_in_neck_today": False,
    "worse_with_neck_movement_today": False,
}
SEVERE_NECK = {**NECK, "intensity_nrs": 8, "pulsating_today": True, "worse_with_routine_activity_today": True}
NONE_AUTONOMIC = dict.fromkeys(
    ("cas_conjunctival_or_tearing", "cas_nasal", "cas_eyelid_oedema", "cas_sweating", "cas_miosis_or_ptosis"), "none"
)


def types(*rows, **more):
    today = [{"date": TODAY.isoformat(), "headache_today": True, **row} for row in rows]
    case = record(bare(diary=today, **(RIGHT | NONE_AUTONOMIC | more)), TODAY)
    return case.value("day_headache_types")


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (SEVERE_NECK, {"cgh_like"}),
        ({**NECK, "intensity_nrs": 5, "pulsating_today": False}, {"cgh_like", "tth_like"}),
        (MIGRAINE, {"migraine_like"}),
        ({**MIGRAINE, "nausea_today": "none", "photophobia_today": False}, {"unclassified"}),
        ({"headache_today": False}, set()),
    ],
)
def test_the_kinds_of_a_day(row, found):
    assert types(row) == found


def test_a_day_with_too_few_answers_has_no_kind_yet():
    assert types({"intensity_nrs": 5}) is UNKNOWN


def test_a_sign_of_the_interview_makes_its_days_autonomic():
    assert "autonomic" in types(MIGRAINE, cas_nasal="ipsilateral")


def test_two_headaches_on_a_day_are_two_kinds():
    profiles = [
        {"id": "A", "facts": {**RIGHT, **NONE_AUTONOMIC}},
        {"id": "B", "facts": {"laterality": "bilateral", **NONE_AUTONOMIC}},
    ]
    rows = [{"date": TODAY.isoformat(), "headache": name, **row} for name, row in (("A", SEVERE_NECK), ("B", MIGRAINE))]
    case = bare(diary=rows, headaches=profiles)
    assert record(case, TODAY).value("day_headache_types") == {"cgh_like", "migraine_like"}


def test_a_headache_that_may_be_either_is_only_what_both_would_be():
    profiles = [
        {"id": "A", "facts": {**RIGHT, **NONE_AUTONOMIC}},
        {"id": "B", "facts": {"laterality": "bilateral", **NONE_AUTONOMIC}},
    ]
    row = {"date": TODAY.isoformat(), "headache_today": True, **SEVERE_NECK}
    assert record(bare(diary=[row], headaches=profiles), TODAY).value("day_headache_types") is UNKNOWN


# --- any answers ----------------------------------------------------------------------------------------


def _values(fact):
    kind = fact.kind
    if isinstance(kind, Flag):
        return (True, False)
    if isinstance(kind, Choices):
        return (frozenset(), *(frozenset({word}) for word in kind.words))
    if isinstance(kind, Quantity):
        return (1, 3, 4, 6, 7, 10)
    return kind.words if hasattr(kind, "words") else (5, 60)


def answers(facts):
    return st.tuples(*(st.sampled_from((UNKNOWN, *_values(fact))) for fact in facts))


@FEW
@given(answers(OF_THE_DAY), answers(OF_THE_HEADACHE), st.data())
def test_blanking_an_answer_moves_a_verdict_only_to_unknown(day, headache, data):
    number = data.draw(st.integers(0, len(day) - 1))
    blanked = (*day[:number], UNKNOWN, *day[number + 1 :])
    whole, less = kinds_of(day, headache), kinds_of(blanked, headache)
    # Where the day was not asked whether a triptan helped, the list of medicines tells; so its own answer is kept.
    if OF_THE_DAY[number].name not in ("aura_today", "relieved_by_triptan_or_ergot"):
        for name in whole.__slots__:
            assert getattr(less, name) in (getattr(whole, name), Truth.UNKNOWN)


@FEW
@given(answers(OF_THE_DAY), st.randoms())
def test_the_order_of_answers_does_not_matter(day, random):
    given_answers = [(fact.name, value) for fact, value in zip(OF_THE_DAY, day, strict=True) if value is not UNKNOWN]
    told = {name: DICTIONARY[name].kind.write(value) for name, value in given_answers}
    shuffled = list(told)
    random.shuffle(shuffled)
    assert types(told) == types({name: told[name] for name in shuffled})


@FEW
@given(answers(OF_THE_DAY), answers(OF_THE_HEADACHE))
def test_a_day_for_the_neck_is_not_like_migraine(day, headache):
    kinds = kinds_of(day, headache)
    assert not (kinds.cgh_like is Truth.MET and kinds.migraine_like is Truth.MET)


# --- counts ---------------------------------------------------------------------------------------------

# All on the side on which this headache always is; only what starts in the neck is like a headache from it.
NOT_FROM_THE_NECK = {
    "headache_side_today": "right",
    "started_in_neck_today": False,
    "worse_with_neck_movement_today": False,
}
SIGNS = {
    "m": {"headache_today": True, **MIGRAINE, **NOT_FROM_THE_NECK},
    "n": {"headache_today": True, **SEVERE_NECK},
    "t": {"headache_today": True, **CLEAR, **NOT_FROM_THE_NECK, "intensity_nrs": 5, "pulsating_today": False},
    "-": {"headache_today": False},
}
ASKED_TOO = {"aura_today": False, "believed_migraine_at_onset": False, "acute_medication": []}
COUNTS = (
    "non_secondary_headache_days_per_30d",
    "migraine_criteria_days_per_30d",
    "tth_criteria_days_per_30d",
    "cgh_like_days_per_28d",
)


def counted(signs, **more):
    first = TODAY - timedelta(days=len(signs) - 1)
    rows = [
        {"date": (first + timedelta(days=number)).isoformat(), **ASKED_TOO, **SIGNS[sign]}
        for number, sign in enumerate(signs)
        if sign != "."
    ]
    return record(bare(diary=rows, **(RIGHT | NONE_AUTONOMIC | more)), TODAY)


def test_days_by_kind():
    found = counted("-" * 10 + "m" * 9 + "n" * 6 + "t" * 5)
    assert [found.value(name) for name in COUNTS] == [14, 9, 5, 6]


def bounds(value):
    if value is UNKNOWN:
        return Span(0, 30)
    return value if isinstance(value, Span) else Span(value, value)


@FEW
@given(st.lists(st.sampled_from("mnt-."), min_size=30, max_size=30), st.data())
def test_an_interval_holds_the_truth_however_missing_days_are_filled(signs, data):
    filled = [sign if sign != "." else data.draw(st.sampled_from("mnt-")) for sign in signs]
    with_gaps, whole = counted([*signs, "-"]), counted([*filled, "-"])
    for name in COUNTS:
        exact, between = bounds(whole.value(name)), bounds(with_gaps.value(name))
        assert exact.exact
        assert between.low <= exact.low <= between.high


@pytest.mark.parametrize(
    ("months", "value"),
    [
        (["m" * 8 + "-" * 22] * 4, Span(4, float("inf"))),
        (["m" * 8 + "-" * 22] * 3, Span(3, float("inf"))),
        (["m" * 7 + "-" * 23, *["m" * 8 + "-" * 22] * 3], Span(3, 4)),
        ([*["m" * 8 + "-" * 22] * 4, "m" * 7 + "-" * 23], 0),
        (["m" * 8 + "-" * 22, "m" * 7 + "." + "-" * 22, *["m" * 8 + "-" * 22] * 2], Span(2, float("inf"))),
    ],
)
def test_months_with_eight_migraine_days(months, value):
    assert counted(list(chain.from_iterable(months))).value("migraine_criteria_months") == value


def test_without_a_diary_nothing_is_counted():
    found = record(bare())
    assert [found.value(name) for name in (*COUNTS, "migraine_criteria_months")] == [UNKNOWN] * 5


def test_what_was_stated_fills_in_where_the_diary_is_too_short():
    short = counted("m" * 30, migraine_criteria_months=12)
    assert short.value("migraine_criteria_months") == 12
    assert DayKinds(short).on(TODAY).counts_as_migraine is Truth.MET


def test_the_kinds_are_words_of_the_fact():
    assert set(TYPES) < set(DICTIONARY["day_headache_types"].kind.words)
