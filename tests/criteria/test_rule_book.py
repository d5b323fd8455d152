"""Rules that refer to each other, and rules that contradict themselves."""

import pytest

from concordant.criteria import Binding, Book, Evaluator, RuleConflict, Truth, all_of, decide, verdict, yes
from concordant.facts import Scope
from concordant.facts.history.pattern import phonophobia, photophobia
from tests.criteria.random_rules import person, trace


def test_a_reference_must_exist():
    with pytest.raises(KeyError, match="rule a asks rule b, which does not exist"):
        Book({"a": verdict("b")})


def test_rules_do_not_go_in_a_circle():
    rules = {"a": verdict("b"), "b": all_of(verdict("c")), "c": verdict("a")}
    with pytest.raises(ValueError, match="rules ask each other in a circle: a > b > c > a"):
        Book(rules)


def test_a_rule_does_not_ask_itself():
    with pytest.raises(ValueError, match="rules ask each other in a circle: a > a"):
        Book({"a": verdict("a")})


def test_a_table_that_answers_twice_is_an_error():
    rule = decide(met_if=yes(photophobia), not_met_if=yes(phonophobia))
    with pytest.raises(RuleConflict, match='"Photophobia: yes" says met, "Phonophobia: yes" says not met'):
        trace(rule, {"photophobia": True, "phonophobia": True})


def test_a_table_with_one_answer_is_none():
    rule = decide(met_if=yes(photophobia), not_met_if=yes(phonophobia))
    assert trace(rule, {"photophobia": True}).truth is Truth.MET


def test_a_rule_is_evaluated_once_for_each_headache():
    evaluator = Evaluator(person({"photophobia": True}), Book({"a": yes(photophobia), "b": verdict("a")}))
    found = evaluator.rule("b", "A")
    assert found.parts[0] is evaluator.rule("a", "A")


def test_letters_of_another_rule_are_not_its_own():
    book = Book({"a": all_of(A=yes(photophobia)), "b": all_of(B=verdict("a"))})
    assert Evaluator(person({}), book).rule("b", "A").letters() == {"B": Truth.UNKNOWN}


def test_a_verdict_is_no_condition():
    with pytest.raises(TypeError, match=r"compare it with Truth\.MET"):
        bool(Truth.UNKNOWN)


def test_a_binding_keeps_what_is_bound_already():
    assert Binding(headache="A").bound(Scope.VISIT, "0") == Binding(headache="A", visit="0")
