"""The self-check as the engine sees it: any order, any subset, changes; danger stops; nothing is asked in vain."""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.assessment import assess
from concordant.facts import DICTIONARY, UNKNOWN, Supplier
from concordant.facts.kinds import Choice, Choices, Day, Flag, Quantity, Table
from concordant.record.read import read_plain
from concordant.safety import Action
from concordant.selfcheck import INJURY, Question, Stop, Summary, next_step, question
from concordant.selfcheck.answers import AGE, case_of
from concordant.selfcheck.danger import AT_HOME, FIRST, STOPPING, alarm
from concordant.selfcheck.step import MOST_SECONDS
from concordant.selfcheck.stop import PARAGRAPHS, TITLES
from concordant.selfcheck.summary import sides_of
from concordant.teaching.page import WORDS_PER_MINUTE as SLOW

TODAY = date(2024, 1, 8)
CALM = {
    "headache_onset_date": date(2015, 5, 5),
    "age_years": 39,
    "time_to_peak_seconds": 3600,
    "pregnant_or_postpartum": "no",
    "orthostatic_pattern": "none",
    "laterality": "left_always",
    "nausea": "none",
    "any_headache_days_per_30d": 6,
}
"""A long-known headache, always left, without a danger sign."""


def values_of(name):
    """Answers that reach every part of the kind of this question, UNKNOWN among them."""
    kind = question(name).kind
    match kind:
        case Flag():
            found = [False, True]
        case Choice():
            found = [word for word in kind.options if word != "unknown"]
        case Choices():
            words = [word for word in kind.options if word != "none"]
            found = [frozenset(), *(frozenset([word]) for word in words), frozenset(words)]
        case Day():
            found = [TODAY - timedelta(days=days) for days in (2, 30, 200, 4000)]
        case Quantity():
            found = {AGE: [12, 30, 70], "time_to_peak_seconds": [10, 3600]}.get(name, [0, 6, 20])
        case Table():
            found = [{}, dict.fromkeys(kind.keys, 0), {"nsaid": 20}, {"triptan": 10}]
        case _:
            raise AssertionError(f"{name}: no answers for {kind}")
    return [*found, UNKNOWN]


def calm(one):
    if one.name in CALM:
        return CALM[one.name]
    return {Flag: False, Choices: frozenset()}.get(type(one.kind), UNKNOWN)


def through(pick):
    """Every question of one check with its answer, and how it ended."""
    answers = {}
    while isinstance(step := next_step(answers, TODAY), Question):
        assert step.name not in answers
        answers[step.name] = pick(step)
    return answers, step


@cache
def at_random(seed, alarmed=0.15):
    rng = random.Random(seed)

    def pick(one):
        return rng.choice(values_of(one.name)) if rng.random() < alarmed else calm(one)

    return through(pick)


def as_file(answers):
    """The same facts in a case file, written by hand as any other would be."""
    facts = {"person": {}, "injury": {}, "headache": {}, "visit": {}}
    case = {
        "concordant": 1,
        "person": {"id": "somebody"},
        "episode": {"started": TODAY.isoformat()},
        "facts": facts["person"],
        "headaches": [{"id": "A", "facts": facts["headache"]}],
        "visits": [{"date": TODAY.isoformat(), "facts": facts["visit"]}],
    }
    for name, value in answers.items():
        if value is UNKNOWN:
            continue
        if name == INJURY:
            case["injuries"] = [{"id": "injury", "facts": facts["injury"]}] if value else []
        elif name == AGE:
            case["person"]["age_years"] = value
        else:
            facts[DICTIONARY[name].scope.value][name] = DICTIONARY[name].kind.write(value)
    return read_plain(case)


@cache
def asked():
    """What forty people were asked who answered this and that. Found when first needed: importing costs nothing."""
    return sorted({name for seed in range(40) for name in at_random(seed, 0.3)[0]})


@st.composite
def answers(draw):
    """Any subset of what may be asked, with any answers, in any order."""
    names = draw(st.lists(st.sampled_from(asked()), unique=True, max_size=12))
    return {name: draw(st.sampled_from(values_of(name))) for name in names}


@given(given_answers=answers(), seed=st.integers(0, 999))
@settings(max_examples=40, deadline=None)
def test_the_order_of_answers_changes_nothing(given_answers, seed):
    shuffled = list(given_answers.items())
    random.Random(seed).shuffle(shuffled)
    assert _told(next_step(dict(shuffled), TODAY)) == _told(next_step(given_answers, TODAY))


def _told(step):
    if isinstance(step, Question):
        return step.name
    if isinstance(step, Stop):
        return step.title, step.action
    return step.sides, step.left_out, frozenset(step.not_known)


@given(given_answers=answers(), other=answers())
@settings(max_examples=25, deadline=None)
def test_going_back_and_changing_is_as_if_it_was_said_at_first(given_answers, other):
    changed = {**given_answers, **other}
    anew = dict(sorted(changed.items()))
    assert _told(next_step(changed, TODAY)) == _told(next_step(anew, TODAY))


@given(given_answers=answers())
@settings(max_examples=40, deadline=None)
def test_the_engine_says_the_same_of_the_same_facts_in_a_file(given_answers):
    own = assess(case_of(given_answers, TODAY), TODAY)
    # Of an injury that there was not, nothing counts.
    injured = given_answers.get(INJURY) is True
    said = {n: v for n, v in given_answers.items() if injured or n == INJURY or DICTIONARY[n].scope.value != "injury"}
    filed = assess(as_file(said), TODAY)
    assert [(one.flag.id, one.action, one.truth) for one in own.safety.flags] == [
        (one.flag.id, one.action, one.truth) for one in filed.safety.flags
    ]
    assert [(one.diagnosis.code, one.status) for one in own.diagnoses] == [
        (one.diagnosis.code, one.status) for one in filed.diagnoses
    ]
    assert sides_of(own) == sides_of(filed)


@given(given_answers=answers())
@settings(max_examples=60, deadline=None)
def test_a_danger_sign_always_stops(given_answers):
    found = assess(case_of(given_answers, TODAY), TODAY)
    open_now = [one.action for one in found.safety.open if one.action in STOPPING]
    step = next_step(given_answers, TODAY)
    if open_now:
        assert isinstance(step, Stop)
        assert step.action.strength <= min(one.strength for one in open_now)
    else:
        assert isinstance(step, Stop) == (alarm(found) is not None)


@pytest.mark.parametrize("name", ["fever", "cancer_history", "seizure_new", "progressive_worsening"])
def test_it_stops_late_as_well(name):
    said, end = through(calm)
    assert isinstance(end, Summary)
    assert isinstance(next_step({**said, name: True}, TODAY), Stop)


@pytest.mark.parametrize(
    ("name", "value", "action"),
    [
        (FIRST, True, Action.EMERGENCY),
        ("seizure_new", True, Action.EMERGENCY),
        ("time_to_peak_seconds", 60, Action.EMERGENCY),
        ("bladder_bowel_change", True, Action.EMERGENCY),
        ("visual_loss_or_amaurosis", True, Action.EMERGENCY),
        ("fever", True, Action.SAME_DAY),
        ("painful_red_eye", True, Action.SAME_DAY),
        ("hand_clumsiness", True, Action.SAME_DAY),
        ("orthostatic_pattern", "worse_lying", Action.SAME_DAY),
        ("orthostatic_pattern", "worse_upright_better_lying", Action.URGENT),
        ("cancer_history", True, Action.URGENT),
        ("pattern_change", True, Action.URGENT),
    ],
)
def test_what_one_answer_asks_for(name, value, action):
    step = next_step({name: value}, TODAY)
    assert isinstance(step, Stop)
    assert step.action is action
    assert name in step.because


def test_sixty_seconds_is_sudden_and_sixty_one_is_not():
    assert isinstance(next_step({"time_to_peak_seconds": 61}, TODAY), Question)


@pytest.mark.parametrize("seed", range(12))
def test_only_what_a_person_can_tell_is_asked(seed):
    said, _ = at_random(seed, 0.3)
    for name in set(said) - {INJURY, AGE}:
        assert DICTIONARY[name].supplied_by in (Supplier.PATIENT, Supplier.DIARY), name


@pytest.mark.parametrize("seed", range(2))
def test_no_question_is_asked_that_can_change_nothing(seed):
    """Of each danger sign that is asked, some answers to it and to what follows raise an alarm that others do not."""
    said, _ = at_random(seed, 0.1)
    names = list(said)
    for place, name in enumerate(names):
        before = {each: said[each] for each in names[:place]}
        if name in ("laterality", "pain_starts_in_neck"):
            break
        assert _may_alarm(before, name), (name, before)


def _may_alarm(before, name):
    if any(isinstance(next_step({**before, name: value}, TODAY), Stop) for value in values_of(name)):
        return True
    # Not by itself: with others that go with it.
    with_it = {
        INJURY: ("injury_date", "whiplash_occurred", "dangerous_mechanisms"),
        AGE: ("scalp_tenderness", "headache_onset_date", "whiplash_occurred"),
        "headache_onset_date": (AGE, "pain_severe_and_continuous_for_days", "vascular_risk_factors"),
        "pulsatile_tinnitus": ("vascular_risk_factors",),
        "immune_compromise": ("new_neck_pain", "fever"),
        "pregnant_or_postpartum": ("pattern_change", "pulsatile_tinnitus"),
    }.get(name, tuple(asked()))
    free = [one for one in with_it if one not in before and one != name]
    for value in values_of(name):
        for size in range(1, len(free) + 1):
            for chosen in product(*(values_of(one)[:6] for one in free[:size])):
                more = dict(zip(free, chosen, strict=False))
                without = next_step({**before, **more}, TODAY)
                if isinstance(next_step({**before, **more, name: value}, TODAY), Stop) != isinstance(without, Stop):
                    return True
    return False


@pytest.mark.parametrize("seed", range(12))
def test_after_the_danger_signs_three_minutes_at_most(seed):
    said, end = at_random(seed, 0.05)
    seconds = sum(question(name).seconds for name in said)
    if isinstance(end, Summary):
        assert seconds <= MOST_SECONDS or not {"laterality", "pain_starts_in_neck"} & set(said)


def test_how_long_it_takes(capsys):
    lines = []
    for what, pick in (("nothing found", calm), ("every answer not known", lambda one: UNKNOWN)):
        said, end = through(pick)
        assert isinstance(end, Summary)
        seconds = sum(question(name).seconds for name in said)
        words = sum(len(question(name).words.split()) for name in said)
        lines.append(f"{what}: {len(said)} questions, {words} words, {seconds:.0f} s; {60 * words / SLOW:.0f} s of "
                     f"reading alone at {SLOW} words a minute")  # fmt: skip
        assert seconds <= MOST_SECONDS
    with capsys.disabled():
        print("", *lines, sep="\nself-check: ")


def test_not_knowing_is_never_clear():
    _, end = through(lambda one: UNKNOWN)
    assert set(end.not_known) >= {FIRST, "seizure_new", "fever", "headache_onset_date", INJURY}
    assert not any(side.speaks_for or side.speaks_against for side in end.sides)


def test_a_neck_and_a_tension_type():
    _, end = through(lambda one: True if one.name == "pain_starts_in_neck" else calm(one))
    sides = {one.family.code: one for one in end.sides}
    assert [one.speaks_for for one in sides["11.2.1"].speaks_for] == [
        "It is always on the same side.",
        "It starts in your neck.",
    ]
    assert [one.speaks_against for one in sides["11.2.1"].speaks_against]


def test_every_alarm_has_words():
    assert set(TITLES) == set(PARAGRAPHS) == set(STOPPING)
    assert {action for _, action in AT_HOME} <= set(STOPPING)


TELLING = {
    "laterality", "pain_starts_in_neck", "provoked_by_neck_movement_or_posture", "vomiting", "nausea", "photophobia",
    "phonophobia", "pain_qualities", "pain_severity", "worse_with_routine_activity", "any_headache_days_per_30d",
    "acute_med_days_per_30d",
}  # fmt: skip
"""What is asked once no danger sign can be found any more."""


@pytest.mark.parametrize("seed", range(3))
def test_every_other_question_may_change_what_is_said(seed):
    said, _ = at_random(seed, 0.05)
    rng = random.Random(seed)
    names = list(said)
    for place, name in enumerate(names):
        if name in TELLING:
            before = {each: said[each] for each in names[:place]}
            later = sorted(TELLING - set(before) - {name})
            assert _differs(before, name, later, rng), name


def _differs(before, name, later, rng):
    for _ in range(60):
        more = _some(rng, later)
        if len({_told_of({**before, **more, name: value}) for value in values_of(name)}) > 1:
            return True
    return False


def _some(rng, names):
    return {name: rng.choice(values_of(name)) for name in names}


def _told_of(said):
    sides = sides_of(assess(case_of(said, TODAY), TODAY))
    return tuple(tuple(point.source for point in of) for one in sides for of in (one.speaks_for, one.speaks_against))


def test_what_is_not_known_but_hangs_on_nothing_is_no_worry():
    _, end = through(lambda one: UNKNOWN if one.name == "laterality" else calm(one))
    assert end.not_known == ()


def test_an_injury_is_told_as_another_way():
    said = {INJURY: True, "injury_date": date(2010, 1, 1), "whiplash_occurred": True}
    _, end = through(lambda one: said.get(one.name, calm(one)))
    assert isinstance(end, Summary)
    assert end.after_injury


def test_of_an_injury_taken_back_nothing_counts():
    said = {INJURY: True, "injury_date": date(2024, 1, 7), "dangerous_mechanisms": frozenset(["axial_load"])}
    assert isinstance(next_step(said, TODAY), Stop)
    assert isinstance(next_step({**said, INJURY: False}, TODAY), Question)


@pytest.mark.parametrize(("days", "stops"), [(89, True), (90, False), (91, False)])
def test_a_new_headache_without_an_injury_is_seen_to_soon(days, stops):
    said = {INJURY: False, "headache_onset_date": TODAY - timedelta(days=days)}
    step = next_step(said, TODAY)
    assert isinstance(step, Stop) == stops
    assert not stops or step.action is Action.URGENT


@pytest.mark.parametrize(("age", "stops"), [(49, False), (51, True)])
def test_a_first_headache_late_in_life_is_seen_to(age, stops):
    said = {AGE: age, "headache_onset_date": TODAY - timedelta(days=100)}
    assert isinstance(next_step(said, TODAY), Stop) == stops
