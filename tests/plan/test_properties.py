"""What no set of facts may bring about (treatment 6.1)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.criteria import Evaluator, Truth
from concordant.criteria.silence import Silence
from concordant.facts import DICTIONARY, UNKNOWN
from concordant.facts.kinds import Choice, Flag
from concordant.plan.book import BOOK, plan_rules
from concordant.plan.interventions import BY_ID, INTERVENTIONS, Weight
from concordant.plan.phases import COURSE, Phase
from concordant.plan.planner import plan_for
from concordant.safety.matrix import NOT_ASKED_AGAIN, NOT_SCREENED, ROWS, RowReading
from tests.people import asked_everything, assessed, bare
from tests.plan.examples import EXAMPLES
from tests.plan.told import HEADACHE, NEGATIVE, READ, Told, clean_safety, with_rows

EACH = pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.id)

SO_TRUE = {
    "ci_fusion": {"neck_fusion": True},
    "ci_irritable": {"irritability": "high"},
    # A high score alone would bring pain education in, as it should.
    "ci_sensitised": {"widespread_allodynia": True},
    "ci_minor": {"age_years": 17},
    "ci_needle": {"metal_allergy": True},
    "ci_skin": {"open_wound_area": True},
    "ci_cardiac": {"cardiac_unstable": True},
    "ci_concussion": {"concussion_active": True},
    "ci_vestibular": {"vestibular_disorder_untreated": True},
    "ci_adverse": {"adverse_reaction_prior": dict.fromkeys(BY_ID, True)},
    "ci_no_consent": {"consent_refused": dict.fromkeys(BY_ID, True)},
    "ci_recent_trauma": {"injury_weeks_ago": 1},
}

ALLOWED_WHILE_UNKNOWN = frozenset(
    fact.name
    for one in INTERVENTIONS
    for mark in one.marks
    if not mark.from_safety and mark.weight is Weight.ABSENT and mark.row.when
    for fact in mark.row.when.facts()
)
"""Facts of marks that are "allowed, and asked" while unknown (treatment 0.2): the skin, consent and the like."""


def offered(plan):
    return {one.id for one in plan.offered}


@EACH
def test_what_is_not_known_adds_nothing(example):
    facts, phase = example.facts, example.plan().phase.phase
    if phase is Phase.HOLD:
        phase = None
    before = offered(example.plan(phase=phase))
    for name, value in facts.items():
        if value is not UNKNOWN:
            told = Told({**facts, name: UNKNOWN}, injured=example.knowledge.injured)
            after = offered(plan_for(told, example.safety, HEADACHE, {}, phase=phase))
            assert after <= before, name


@EACH
def test_a_contraindication_adds_nothing(example):
    phase = None if example.plan().phase.phase is Phase.HOLD else example.plan().phase.phase
    before = offered(example.plan(phase=phase))
    for row in ROWS:
        for truth in (Truth.MET, Truth.UNKNOWN):
            safety = with_rows(example.safety, row.id, truth=truth)
            assert offered(plan_for(example.knowledge, safety, HEADACHE, {}, phase=phase)) <= before, row.id
    for name, so in SO_TRUE.items():
        told = Told({**example.facts, **so}, injured=example.knowledge.injured or "injury_weeks_ago" in so)
        assert offered(plan_for(told, example.safety, HEADACHE, {}, phase=phase)) <= before, name


def test_every_row_of_the_plan_is_tried():
    marks = {mark.row.id for one in INTERVENTIONS for mark in one.marks if not mark.from_safety}
    assert marks == set(SO_TRUE)


def _values(name):
    kind = DICTIONARY[name].kind
    if name in ("sessions_this_technique",):
        return st.sampled_from([dict.fromkeys(BY_ID, count) for count in (0, 3, 7)])
    if name in ("consent_refused", "adverse_reaction_prior"):
        return st.sampled_from([dict.fromkeys(BY_ID, False), dict.fromkeys(BY_ID, True)])
    if isinstance(kind, Flag):
        return st.booleans()
    if isinstance(kind, Choice):
        return st.sampled_from([*kind.words])
    high = kind.high if kind.high is not None else 60
    return st.floats(kind.low or 0, min(high, 60), allow_nan=False)


SOMEBODY = st.fixed_dictionaries(
    {}, optional={name: _values(name) for name in (*READ, "concordant_any") if name != "safety_action"}
)


@given(SOMEBODY, st.sampled_from(COURSE), st.data())
def test_what_is_not_known_of_anybody_adds_nothing(facts, phase, data):
    before = offered(plan_for(Told(facts), clean_safety(), HEADACHE, {}, phase=phase))
    name = data.draw(st.sampled_from(sorted(set(READ) - ALLOWED_WHILE_UNKNOWN)))
    less = {key: value for key, value in facts.items() if key != name}
    assert offered(plan_for(Told(less), clean_safety(), HEADACHE, {}, phase=phase)) <= before


@given(SOMEBODY, st.sampled_from([*COURSE, None]))
def test_an_emergency_leaves_nothing(facts, phase):
    emergency = assessed(asked_everything(horner_signs=True)).safety
    plan = plan_for(
        Told({**facts, "safety_action": "none"}), emergency, HEADACHE, {"safety_action": "none"}, phase=phase
    )
    assert plan.phase.phase is Phase.HOLD
    assert not plan.offered


@given(SOMEBODY)
def test_before_the_screen_there_is_no_plan(facts):
    not_asked = assessed(bare()).safety
    plan = plan_for(Told(facts), not_asked, HEADACHE, {})
    assert plan.phase.phase is Phase.HOLD
    assert not plan.offered
    assert plan.not_screened == not_asked.not_screened


@given(SOMEBODY, st.sampled_from(COURSE))
def test_same_facts_same_plan_and_no_item_in_two_places(facts, phase):
    plan = plan_for(Told(facts), clean_safety(), HEADACHE, {}, phase=phase)
    places = [
        *(one.id for one in plan.offered),
        *(one.intervention.id for group in (plan.blocked, plan.stopped, plan.not_indicated) for one in group),
        *(one.intervention.id for one in plan.still_unknown),
        *(one.id for one, _, _ in plan.ended_by_limit),
    ]
    assert sorted(places) == sorted(one.id for one in INTERVENTIONS if phase in one.phases)
    assert plan_for(Told(facts), clean_safety(), HEADACHE, {}, phase=phase) == plan
    hands = plan.hands_on or plan.hands_on_later or plan.soft_tissue
    assert bool(plan.problems) == (bool(hands) and not plan.home_now)


def test_of_nobody_known_only_education_is_offered():
    for phase in COURSE:
        assert offered(plan_for(Silence(), clean_safety(), HEADACHE, {}, phase=phase)) == {"education_core"}


@pytest.mark.parametrize("key", plan_rules())
def test_of_nobody_known_no_indication_and_no_end_is_met(key):
    assert Evaluator(Silence(), BOOK).rule(key, HEADACHE).truth is not Truth.MET


def _counting(row):
    return replace(clean_safety(), rows=(RowReading(row, Truth.MET),))


def test_signs_that_were_not_asked_again_need_a_signature_and_stop_the_end_of_range():
    example = next(one for one in EXAMPLES if one.id == "1")
    plan = plan_for(example.knowledge, _counting(NOT_ASKED_AGAIN), HEADACHE, {})
    assert {one.intervention.id for one in plan.blocked} == {"snag_c1_c2", "self_snag_c1_c2"}
    touched = [one for one in plan.offered if one.intervention.technique]
    assert touched
    assert all(NOT_ASKED_AGAIN in [each.row for each in one.sign_off] for one in touched)


def test_the_row_before_the_first_screen_holds_the_plan():
    example = next(one for one in EXAMPLES if one.id == "1")
    assert plan_for(example.knowledge, _counting(NOT_SCREENED), HEADACHE, {}).phase.phase is Phase.HOLD


def test_what_people_are_told_to_have_is_in_the_dictionary():
    assert all(name in DICTIONARY for name in NEGATIVE)
