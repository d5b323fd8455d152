"""Each rule of a treatment says what its card in treatment 1 says: both are read of the same random people.

The cards are read by a small reader of their own (Python's grammar, three-valued), so that a slip in either shows.
"""

import ast
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.criteria import Truth, evaluate
from concordant.criteria.reading import UNBOUND
from concordant.facts import DICTIONARY, UNKNOWN, Scope
from concordant.facts.kinds import Choice, Flag
from concordant.plan.interventions import BY_ID, EXCLUDED
from tests.plan.examples import REFERENCE
from tests.plan.told import HEADACHE, Told

CATALOGUE = REFERENCE.split("## 1. Catalogue")[1].split("## 2.")[0]
CARDS = dict(re.findall(r"#### `(\w+)` .*?\n(.*?)(?=\n####|\n###|\Z)", CATALOGUE, re.DOTALL))

OTHER_NAMES = {
    # Rules of the product compare a fact with a number; these compare two facts, or read a fact of a diary day.
    "dnf_endurance_seconds < dnf_endurance_norm_seconds": "dnf_endurance_below_norm",
    "dnf_endurance_seconds >= dnf_endurance_norm_seconds": "dnf_endurance_below_norm == False",
    "any_headache_days_per_28d >= relapse_threshold_days_per_28d": "relapse_since_discharge",
    "reps_last_set": "resistance_reps_last_set",
}
_COMPARED = {
    ast.Eq: lambda a, b: a == b,
    ast.Lt: lambda a, b: a < b,
    ast.LtE: lambda a, b: a <= b,
    ast.Gt: lambda a, b: a > b,
    ast.GtE: lambda a, b: a >= b,
    ast.In: lambda a, b: a in b,
}


def written(item, rule):
    """The text of a rule on its card; None where the card has none."""
    card = CARDS[item]
    found = re.search(rf"{rule}: `([^`]+)`", card)
    if found is None:
        assert f"{rule}: never" in card
        return None
    text = found[1]
    for theirs, ours in OTHER_NAMES.items():
        text = text.replace(theirs, ours)
    return None if text in ("True", "False") else ast.parse(text, mode="eval").body


def kleene(node, facts):
    """True, False, or None for unknown."""
    match node:
        case ast.BoolOp(op=op, values=values):
            found = [kleene(value, facts) for value in values]
            decisive = isinstance(op, ast.Or)
            if decisive in found:
                return decisive
            return None if None in found else not decisive
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            found = kleene(operand, facts)
            return None if found is None else not found
        case ast.Compare(left=ast.Name(id=name), ops=[op], comparators=[right]):
            value = facts[name]
            return None if value is UNKNOWN else _COMPARED[type(op)](value, ast.literal_eval(right))
        case ast.Name(id=name):
            return None if facts[name] is UNKNOWN else facts[name]
    raise AssertionError(ast.dump(node))


def values(name, tree):
    """Values of a fact that tell the rule from its neighbours: every word, and each bound with what is beside it."""
    kind = DICTIONARY[name].kind
    if isinstance(kind, Flag):
        return [True, False, UNKNOWN]
    if isinstance(kind, Choice):
        return [*kind.words, UNKNOWN]
    bounds = {
        comparator.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and node.left.id == name
        for comparator in node.comparators
    }
    beside = {bound + step for bound in bounds for step in (-1, -0.5, 0, 0.5, 1)}
    return [*sorted(value for value in beside if value >= 0), UNKNOWN]


RULES = [(item, rule) for item in BY_ID for rule in ("Indicated", "Stop", "Progress", "Regress")]


def ours(item, rule):
    one = BY_ID[item]
    return {
        "Indicated": one.indication,
        "Stop": one.stop,
        "Progress": one.progress and one.progress.when,
        "Regress": one.regress and one.regress.when,
    }[rule]


def test_the_reference_has_a_card_for_each():
    assert set(CARDS) == set(BY_ID)
    assert not {one.id for one in EXCLUDED} & set(BY_ID)


@pytest.mark.parametrize(("item", "rule"), RULES)
@given(data=st.data())
def test_the_rule_is_that_of_the_card(item, rule, data):
    tree, criterion = written(item, rule), ours(item, rule)
    assert (tree is None) == (criterion is None)
    if tree is None:
        return
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert {fact.name for fact in criterion.facts()} == names
    facts = {name: data.draw(st.sampled_from(values(name, tree)), label=name) for name in sorted(names)}
    told = dict(facts)
    if "sessions_this_technique" in facts:
        told["sessions_this_technique"] = {item: facts["sessions_this_technique"]}
    found = evaluate(criterion, Told(told), UNBOUND.bound(Scope.HEADACHE, HEADACHE)).truth
    assert found is {True: Truth.MET, False: Truth.NOT_MET, None: Truth.UNKNOWN}[kleene(tree, facts)]
