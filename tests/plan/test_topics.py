"""Education spread over visits: at most two new topics, what was given is not new."""

import pytest

from concordant.facts.values import Span
from concordant.plan.interventions import BY_ID, INTERVENTIONS, Section
from concordant.plan.topics import AT_EVERY_VISIT, LETTERS_ALONE, NEW_TOPICS, topics_of
from tests.plan.examples import EXAMPLES
from tests.plan.told import Told


def topics(identity, **facts):
    one = next(each for each in EXAMPLES if each.id == identity)
    return topics_of(one.plan(), Told({**one.facts, **facts}))


def ids(items):
    return [one.id for one in items]


def test_this_week_psychology_and_sleep_next_week_pain_education_and_work():
    found = topics("7")
    assert [ids(visit) for visit in found.visits[:2]] == [["psych_referral", "sleep_plan"], ["pne", "return_to_work"]]
    assert ids(found.letters) == ["psych_referral", "diagnostic_block_referral"]


def test_the_letter_about_medication_is_the_first_item():
    found = topics("3")
    assert found.visits[0][0].id == "moh_referral"
    assert found.letters[0].id == "moh_referral"


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.id)
def test_everything_is_told_once_and_never_more_than_two_new_at_a_visit(one):
    found = topics(one.id)
    assert all(0 < len(visit) <= NEW_TOPICS == 2 for visit in found.visits)
    told = [*ids(found.always), *(each for visit in found.visits for each in ids(visit)), *ids(found.going_on)]
    alone = [each for each in ids(found.letters) if each in LETTERS_ALONE]
    assert sorted([*told, *alone]) == sorted(ids(one.plan().other))


def test_what_was_given_is_not_new_and_goes_on():
    given = dict.fromkeys(BY_ID, 0) | {"psych_referral": 1}
    found = topics("7", sessions_this_technique=given)
    assert ids(found.going_on) == ["psych_referral"]
    assert ids(found.visits[0]) == ["sleep_plan", "pne"]


@pytest.mark.parametrize(("count", "given"), [(Span(0, 2), False), (Span(1, 2), True), (0, False), (1, True)])
def test_a_session_that_does_not_say_is_not_taken_for_it(count, given):
    found = topics("7", sessions_this_technique=dict.fromkeys(BY_ID, 0) | {"pne": count})
    assert ("pne" in ids(found.going_on)) is given


def test_every_topic_has_its_place_in_the_order():
    spoken = [one for one in INTERVENTIONS if one.section in (Section.EDUCATION, Section.REFERRAL)]
    from concordant.plan.topics import _ORDER

    assert {one.id for one in spoken} == {*_ORDER, *AT_EVERY_VISIT, *LETTERS_ALONE}
