"""What to ask next: the smallest sets of facts that can settle an open rule."""

from itertools import combinations, product

from hypothesis import HealthCheck, assume, given, settings

from concordant.criteria import Truth, all_of, any_of, at_least, awaits, decide, no, not_, smallest_missing, yes
from concordant.criteria.missing import WIDEST
from concordant.facts.history.pattern import phonophobia, photophobia, vomiting
from concordant.facts.safety.results import red_flag_cleared
from tests.criteria.random_rules import DOMAIN, rules_that_read_once, some_answers, trace


def can_settle(rule, known, names):
    """Whether some answers to these facts decide the rule, whatever the others are."""
    choices = product(*(DOMAIN[name] for name in names))
    answers = (known | dict(zip(names, chosen, strict=True)) for chosen in choices)
    return any(trace(rule, each).truth is not Truth.UNKNOWN for each in answers)


def by_trying(rule, known):
    """All smallest sets that can settle it, found by trying every set."""
    unknown = sorted({fact.name for fact in rule.facts()} - known.keys())
    for size in range(len(unknown) + 1):
        found = {frozenset(names) for names in combinations(unknown, size) if can_settle(rule, known, names)}
        if found:
            return found
    return set()


# Rules of this kind are large by nature; the search is what is tested, not how they shrink.
@settings(suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
@given(rules_that_read_once(), some_answers())
def test_it_names_smallest_sets_and_no_other(rule, known):
    found = trace(rule, known)
    assume(found.truth is Truth.UNKNOWN)
    named = {frozenset(names) for names in smallest_missing(found, most=200)}
    every = by_trying(rule, known)
    assert named <= every
    # So many are carried at most; short of that none is left out.
    assert named == every or len(named) >= WIDEST


@settings(suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
@given(rules_that_read_once(), some_answers())
def test_nothing_is_missing_of_a_decided_rule(rule, known):
    found = trace(rule, known)
    assume(found.truth is not Truth.UNKNOWN)
    assert smallest_missing(found) == ()


def test_one_fact_that_refutes_is_less_than_three_that_establish():
    rule = all_of(yes(photophobia), yes(phonophobia), yes(vomiting))
    assert smallest_missing(trace(rule, {})) == (("photophobia",), ("phonophobia",), ("vomiting",))


def test_they_stand_in_the_order_of_the_rule():
    rule = at_least(2, yes(vomiting), yes(phonophobia), yes(photophobia))
    assert smallest_missing(trace(rule, {"phonophobia": True})) == (("vomiting",), ("photophobia",))


def test_no_more_than_asked_for():
    rule = any_of(yes(photophobia), yes(phonophobia), yes(vomiting))
    assert smallest_missing(trace(rule, {}), most=2) == (("photophobia",), ("phonophobia",))


def test_a_gate_that_is_shut_asks_for_what_lifts_it():
    gate = awaits(not_(yes(photophobia)), settled_by=red_flag_cleared)
    assert smallest_missing(trace(gate, {"photophobia": True})) == (("red_flag_cleared",),)


def test_a_table_asks_for_either_side():
    rule = decide(met_if=yes(photophobia), not_met_if=all_of(no(phonophobia), no(vomiting)))
    assert smallest_missing(trace(rule, {"photophobia": False})) == (("phonophobia", "vomiting"),)
