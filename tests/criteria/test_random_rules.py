"""What must hold of every rule and every person."""

from hypothesis import given
from hypothesis import strategies as st

from concordant.criteria import Truth
from tests.criteria.random_rules import (
    DOMAIN,
    completions,
    growing_rules,
    plainly,
    some_answers,
    trace,
    two_valued_rules,
)

every_answer = st.fixed_dictionaries({name: st.sampled_from(two) for name, two in DOMAIN.items()})


@given(growing_rules(), some_answers(), every_answer)
def test_a_further_answer_never_takes_a_verdict_back(rule, known, more):
    before = trace(rule, known).truth
    after = trace(rule, more | known).truth
    assert before in (Truth.UNKNOWN, after)


@given(two_valued_rules(), every_answer)
def test_with_every_answer_the_rule_is_ordinary_logic(rule, answers):
    assert trace(rule, answers).truth is (Truth.MET if plainly(rule, answers) else Truth.NOT_MET)


@given(two_valued_rules(), some_answers())
def test_a_verdict_holds_whatever_the_open_answers_are(rule, known):
    truth = trace(rule, known).truth
    possible = {plainly(rule, answers) for answers in completions(known)}
    # Kleene's logic may leave open what every completion agrees on; it never says what one of them denies.
    assert truth is Truth.UNKNOWN or possible == {truth is Truth.MET}


@given(two_valued_rules(), some_answers())
def test_a_trace_shows_the_whole_rule(rule, known):
    found = trace(rule, known)
    # What a rule asks twice is evaluated once, where it is asked first.
    asked = dict.fromkeys(node for node in rule.walk() if node.terms)
    assert list(dict.fromkeys(leaf.criterion for leaf in found.leaves())) == list(asked)
