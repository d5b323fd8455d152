"""Rules of every kind over people of every kind: cql-execution agrees with the reference evaluator."""

from collections import Counter
from random import Random

import pytest

from concordant.criteria import Book, Criterion, Evaluator, RuleConflict, Truth, all_of, decide, nodes, yes
from concordant.criteria.cql import library, parameters, text
from concordant.criteria.nodes import CriterionError
from concordant.facts import Scope
from concordant.facts.history.pattern import phonophobia, photophobia
from tests.cql.chance import Somebody, some_rule
from tests.cql.engine import bare, evaluated, needs_node, translated
from tests.cql.test_same_verdicts import IN_CQL
from tests.people import bare as nothing_known
from tests.people import record

pytestmark = needs_node

RULES, PEOPLE = 40, 25


def some_library(seed: int):
    rng = Random(seed)
    rules: dict[str, Criterion] = {}
    for number in range(RULES):
        # Every other rule may ask the ones before it, so that chains stay short.
        rules[f"rule {number}"] = some_rule(rng, rng.randint(1, 4), tuple(rules)[::2])
    book = Book(rules)
    return book, library(book, of_person={key for key in book if rng.random() < 0.3})


@pytest.mark.parametrize("seed", range(6))
def test_random_rules(seed, tmp_path):
    book, shown = some_library(seed)
    people = [Somebody(seed * 1000 + number) for number in range(PEOPLE)]
    found = evaluated(shown.elm, (parameters(shown, one, "headache 0") for one in people), tmp_path)
    seen = Counter()
    for person, answer in zip(people, found, strict=True):
        evaluator = Evaluator(person, book)
        for key, of_headache in shown.of_headache.items():
            here = evaluator.rule(key, "headache 0" if of_headache else None).truth
            assert answer["verdicts"][key] is IN_CQL[here], (person.seed, key, book[key])
            seen[here] += 1
    assert min(seen[truth] for truth in Truth) > 50


def test_every_kind_of_node_is_among_them():
    there = {type(node) for seed in range(6) for rule in some_library(seed)[0].values() for node in rule.walk()}
    written = {getattr(nodes, name) for name in nodes.__all__} - {
        nodes.Counted,
        nodes.Criterion,
        nodes.CriterionError,
        nodes.Joined,
        nodes.Leaf,
        nodes.Part,
        nodes.Term,
    }
    assert there == written


def test_the_text_of_random_rules_says_what_the_elm_says():
    document = some_library(0)[1].elm
    assert bare(translated(text(document))) == bare(document)


def test_two_conditions_that_contradict_are_a_conflict_there_too(tmp_path):
    table = decide(met_if=yes(photophobia), not_met_if=yes(phonophobia))
    book = Book({"a table": table, "asks it": all_of(nodes.Verdict("a table"), yes(photophobia))})
    shown = library(book, of_person=())
    both = record(nothing_known(photophobia=True, phonophobia=True))
    one = record(nothing_known(photophobia=True, phonophobia=False))
    conflict, fine = evaluated(shown.elm, [parameters(shown, person, "A") for person in (both, one)], tmp_path)
    assert conflict["conflicts"] == ["conflict: two conditions of a table answer differently"]
    assert (fine["conflicts"], fine["verdicts"]["asks it"]) == ([], True)
    with pytest.raises(RuleConflict):
        Evaluator(both, book).rule("asks it", "A")


def test_a_verdict_within_a_query_is_that_of_the_headache_looked_at(tmp_path):
    asked = nodes.ForSome(Scope.HEADACHE, nodes.Part(nodes.Verdict("light")))
    book = Book({"light": yes(photophobia), "any": asked})
    shown = library(book, of_person={"any"})
    case = nothing_known()
    case["headaches"] = [{"id": name, "facts": {"photophobia": told}} for name, told in (("A", False), ("B", True))]
    (found,) = evaluated(shown.elm, [parameters(shown, record(case), "A")], tmp_path)
    assert (found["verdicts"]["light"], found["verdicts"]["any"]) == (False, True)


def test_a_rule_of_each_headache_below_an_injury_is_refused():
    """What is computed there may hang on the injury too, while a rule is asked of a headache alone."""
    each = nodes.ForSome(Scope.HEADACHE, nodes.Part(nodes.Verdict("light")))
    book = Book({"light": yes(photophobia), "any": nodes.ForSome(Scope.INJURY, nodes.Part(each))})
    with pytest.raises(CriterionError, match="rule light, asked of each headache below an injury"):
        library(book, of_person={"any"})
