"""What a decided verdict hangs on: the smallest sets of known facts whose other answer changes it."""

from itertools import combinations

from hypothesis import HealthCheck, assume, given, settings

from concordant.criteria import Truth, all_of, any_of, at_least, no, smallest_change, yes
from concordant.criteria.missing import WIDEST, toward
from concordant.facts.history.pattern import phonophobia, photophobia, vomiting
from tests.criteria.random_rules import DOMAIN, rules_that_read_once, some_answers, trace

LARGE = [HealthCheck.data_too_large, HealthCheck.too_slow]


def flipped(known, names):
    """The same person with the other answer to these questions."""
    other = {name: next(value for value in DOMAIN[name] if value != known[name]) for name in names}
    return known | other


def by_trying(rule, known):
    """All smallest sets of known facts that change it, found by trying every set."""
    before = trace(rule, known).truth
    asked = sorted({fact.name for fact in rule.facts()} & known.keys())
    for size in range(1, len(asked) + 1):
        sets = {frozenset(names) for names in combinations(asked, size)}
        found = {names for names in sets if trace(rule, flipped(known, names)).truth is not before}
        if found:
            return found
    return set()


@settings(suppress_health_check=LARGE)
@given(rules_that_read_once(), some_answers())
def test_it_names_smallest_sets_and_no_other(rule, known):
    found = trace(rule, known)
    assume(found.truth is not Truth.UNKNOWN)
    named = {frozenset(names) for names in smallest_change(found, most=200)}
    every = by_trying(rule, known)
    assert named <= every
    assert named == every or len(named) >= WIDEST


@settings(suppress_health_check=LARGE)
@given(rules_that_read_once(), some_answers())
def test_an_open_rule_hangs_on_nothing_yet(rule, known):
    found = trace(rule, known)
    assume(found.truth is Truth.UNKNOWN)
    assert smallest_change(found) == ()


@settings(suppress_health_check=LARGE)
@given(rules_that_read_once(), some_answers())
def test_the_answers_that_are_named_lead_where_they_say(rule, known):
    found = trace(rule, known)
    assume(found.truth is Truth.UNKNOWN)
    for wanted in (Truth.MET, Truth.NOT_MET):
        names, leaves = toward(found, wanted)
        if not names or _has_a_free_choice(rule):
            continue
        answers = known | {leaf.criterion.terms[0].name: _answer(leaf) for leaf in leaves}
        assert {leaf.criterion.terms[0].name for leaf in leaves} == set(names)
        assert trace(rule, answers).truth is wanted


def _has_a_free_choice(rule):
    return any(type(node).__name__ == "AllButOne" for node in rule.walk())


def _answer(leaf):
    name = leaf.criterion.terms[0].name
    return next(value for value in DOMAIN[name] if trace(leaf.criterion, {name: value}).truth is leaf.truth)


def test_each_fact_of_a_whole_is_enough():
    rule = all_of(yes(photophobia), yes(phonophobia))
    assert smallest_change(trace(rule, {"photophobia": True, "phonophobia": True})) == (
        ("photophobia",),
        ("phonophobia",),
    )


def test_an_alternative_falls_only_with_all_that_carry_it():
    rule = any_of(yes(photophobia), no(vomiting))
    assert smallest_change(trace(rule, {"photophobia": True, "vomiting": False})) == (("photophobia", "vomiting"),)


def test_what_is_unknown_may_reopen_it():
    rule = at_least(2, yes(photophobia), yes(phonophobia), yes(vomiting))
    assert smallest_change(trace(rule, {"photophobia": False, "phonophobia": False})) == (
        ("photophobia",),
        ("phonophobia",),
    )
