"""Each kind of node with everything that can be below it, against the evaluator. Nothing is left to chance here."""

from datetime import timedelta
from itertools import product

import pytest

from concordant.criteria import (
    all_but_one,
    all_of,
    any_of,
    at_a_visit,
    at_least,
    at_most,
    awaits,
    cleared,
    held_at_retests,
    holds_at_least,
    in_a_headache,
    in_an_injury,
    meets,
    nodes,
    not_,
    one_of,
    only,
    surely,
    yes,
)
from concordant.criteria.columns import Table, program
from concordant.criteria.columns.bits import Machine
from concordant.criteria.nodes import Term
from concordant.facts.history.autonomic import restlessness
from concordant.facts.history.injury import whiplash_occurred
from concordant.facts.history.pattern import (
    attack_count_lifetime,
    attack_duration_minutes,
    phonophobia,
    photophobia,
    vomiting,
)
from concordant.facts.outcomes.change import cervical_change_class
from concordant.facts.safety.history import systemic_symptoms
from concordant.facts.safety.results import red_flag_cleared
from concordant.facts.safety.vascular import three_n
from tests.criteria.columns.frames import evaluated, frame_of
from tests.criteria.columns.rules_and_rows import AS_OF, columns_for, without_a_headache

ANSWERS = (True, False, None)
FACTS = (photophobia, phonophobia, vomiting, restlessness)
LEAVES = [yes(fact) for fact in FACTS]
WHOM = {"person": "somebody", "headache": "A"}


def _agree(rules, rows, least=2):
    columns = columns_for(rules)
    every = [WHOM | row for row in rows]
    frame = frame_of(every, columns)
    verdicts, _ = Machine(program(rules, Table(frame.columns))).run(frame)
    for key in rules:
        expected = [evaluated(rules, row)[key] for row in every]
        assert verdicts[key].to_list() == expected, key
        # A rule that says the same of everybody would tell nothing.
        assert len(set(expected)) >= least, key


def test_connectives():
    rules = {"all": all_of(*LEAVES), "any": any_of(*LEAVES), "all but one": all_but_one(*LEAVES)}
    rules |= {"not": not_(LEAVES[0]), "surely": surely(LEAVES[0]), "awaits": awaits(LEAVES[0], settled_by=photophobia)}
    rules |= {f"at least {n}": at_least(n, *LEAVES) for n in range(1, 5)}
    rules |= {f"at most {n}": at_most(n, *LEAVES) for n in range(4)}
    names = [fact.name for fact in FACTS]
    _agree(rules, [dict(zip(names, answers, strict=True)) for answers in product(ANSWERS, repeat=4)])


def test_asking_nothing_of_several_parts_is_always_met():
    always = {"none": at_least(0, *LEAVES), "every": at_most(4, *LEAVES)}
    _agree(always, [{fact.name: None for fact in FACTS}], least=1)


def test_bounds():
    bounds = [bound for bound in product((None, 30, 60), (None, 60, 90)) if any(bound)]
    rules = {
        f"{fact.name} {low}{'<' * low_open} {high}{'>' * high_open}": nodes.Within(
            Term(fact), low=low, high=high, low_open=low_open, high_open=high_open
        )
        for fact in (attack_duration_minutes, attack_count_lifetime)
        for low, high in bounds
        for low_open, high_open in product((False, True), repeat=2)
    }
    ends = [(low, high) for low, high in product((29, 30, 31, 59, 60, 61, 89, 90, 91), repeat=2) if low <= high]
    rows = [
        {
            "attack_duration_minutes.low": low and float(low),
            "attack_duration_minutes.high": high and float(high),
            "attack_count_lifetime": low,
        }
        for low, high in [*ends, (None, None)]
    ]
    _agree(rules, rows)


def test_the_empty_answer_is_no_word():
    words = [word for word in systemic_symptoms.kind.words if word != "none"]
    rules = {
        "none": meets(systemic_symptoms, "none"),
        "more than all": holds_at_least(len(words) + 1, systemic_symptoms),
    }
    rules |= {"only none": only(systemic_symptoms, "none")}
    rows = [{f"systemic_symptoms={word}": answer for word in words} for answer in ANSWERS]
    _agree(rules, rows)


def test_lists():
    words = three_n.kind.words
    rules = {f"at least {n}": holds_at_least(n, three_n) for n in range(1, len(words) + 1)}
    rules |= {f"meets {word}": meets(three_n, word) for word in words}
    rules |= {f"only {word}": only(three_n, word) for word in words}
    rules |= {"all words": only(three_n, *words)}
    rows = [
        {f"three_n={word}": on for word, on in zip(words, chosen, strict=True)}
        for chosen in product((True, False), repeat=len(words))
    ]
    _agree(rules, [*rows, {f"three_n={word}": None for word in words}])


CLASSES = ("improved", "worse", None)


@pytest.mark.parametrize("days", [0, 28])
def test_held_at_retests(days):
    rules = {"held": held_at_retests(days, one_of(cervical_change_class, "improved"))}
    rows = []
    for classes in product(CLASSES, repeat=3):
        for gaps in product((0, 14, 28), repeat=2):
            row = {"visit1.date": AS_OF, "visit2.date": AS_OF - timedelta(days=gaps[0])}
            row["visit3.date"] = row["visit2.date"] - timedelta(days=gaps[1])
            for place, word in enumerate(classes, 1):
                start = cervical_changes(place)
                row |= {start: word, f"{start}.entered": True}
            rows.append(row)
    _agree(rules, rows)


def cervical_changes(place):
    """The column of the neck's change at a visit, as the table names it."""
    columns = columns_for({"one": at_a_visit(one_of(cervical_change_class, "improved"))})
    return next(name for name in columns if name.endswith(f"visit{place}.cervical_change_class"))


def test_one_of_several():
    at_visit = at_a_visit(one_of(cervical_change_class, "improved"))
    rules = {"visit": at_visit, "injury": in_an_injury(yes(whiplash_occurred)), "headache": in_a_headache(LEAVES[0])}
    newest = next(n for n in columns_for(rules) if n.endswith("cervical_change_class") and "visit" not in n)
    rows = []
    for first, second, there, none, said in product(ANSWERS, ANSWERS, range(3), (None, True), (None, True)):
        word = {True: "improved", False: "worse", None: None}
        row = {"no_injury": none if not there else None, "headache": "A" if there else None, newest: word[first]}
        row |= {"photophobia": first, "other1.exists": there > 1 or None, "other1.photophobia": second}
        for place, answer in enumerate((first, second), 1):
            row |= {f"injury{place}.exists": there >= place or None, f"injury{place}.whiplash_occurred": answer}
            start = cervical_changes(place)
            row |= {f"visit{place}.date": AS_OF if there >= place else None, start: word[answer]}
            row[f"{start}.entered"] = said
        rows.append(row if there else without_a_headache(row))
    _agree(rules, rows)


def test_cleared():
    rules = {"cleared": cleared(red_flag_cleared, "gca", (photophobia, phonophobia))}
    days = [AS_OF - timedelta(days=ago) for ago in range(2)]
    rows = []
    for done, cleared_on, first, second in product((None, True), days, days, days):
        name = "red_flag_cleared[gca]"
        row = {f"{name}.cleared": done, f"~cleared {name}": cleared_on}
        for fact, day in ((photophobia, first), (phonophobia, second)):
            row |= {f"~entered {fact.name}": day, f"{name}.again[{fact.name}]": day > cleared_on or None}
        rows.append(row)
    _agree(rules, rows)
