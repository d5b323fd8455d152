"""What nobody has spoken of is answered once for everybody, and as if it were gone through for each."""

from random import Random

import pytest

from concordant.criteria import Evaluator, at_newest_retest, evaluate, held_at_retests, one_of
from concordant.diagnosis import BOOK
from concordant.facts import DICTIONARY
from concordant.facts.outcomes.change import cervical_change_class
from concordant.record.read import read_plain
from concordant.record.record import Record
from tests.people import FIRST_VISIT, asked_everything, bare, record


class GoneThrough(Record):
    """A record of which every rule is gone through."""

    def says_nothing_of(self, names):
        return False


def with_some_left_out(seed):
    """Somebody of whom about half of everything was asked; now and then with a report that nobody vouches for."""
    rng = Random(seed)
    person = asked_everything()
    owners = [person, *person["headaches"], *person["visits"]]
    for facts in (owner["facts"] for owner in owners):
        for name in sorted(facts):
            if rng.random() < rng.choice((0.2, 0.5, 0.9)):
                del facts[name]
    if rng.random() < 0.3:
        person["visits"][0]["facts"]["block_relief_percent"] = 100
    return person


def differences(found, expected):
    """Where two traces say different things; a pair that rules share is gone through once."""
    seen, waiting = set(), [(found, expected)]
    while waiting:
        one, other = pair = waiting.pop()
        if (id(one), id(other)) in seen:
            continue
        seen.add((id(one), id(other)))
        own = [
            (each.criterion, each.truth, each.letter, each.instance, each.readings, len(each.parts)) for each in pair
        ]
        if own[0] != own[1]:
            yield own
        waiting.extend(zip(one.parts, other.parts, strict=False))


@pytest.mark.parametrize("seed", range(40))
def test_every_rule_has_the_same_trace(seed):
    case = read_plain(with_some_left_out(seed))
    short, whole = (Evaluator(made(case, FIRST_VISIT), BOOK) for made in (Record, GoneThrough))
    for key in BOOK:
        headache = "A" if BOOK[key].needs else None
        assert not list(differences(short.rule(key, headache), whole.rule(key, headache))), key


def test_it_is_used():
    nobody = bare()
    traces = [Evaluator(record(nobody), BOOK).rule("11.2.1", "A") for _ in range(2)]
    shared = {id(one) for one in traces[0].leaves()} & {id(one) for one in traces[1].leaves()}
    assert len(shared) > 10


def test_only_entered_facts_are_silent():
    """A computed fact may be known though nobody entered it; its step is never taken from silence."""
    for key in BOOK:
        for node in BOOK[key].walk():
            if node.step is not None and node.step.entered_only is not None:
                assert not any(DICTIONARY[name].derived_from for name in node.step.entered_only), key


def course(*words):
    """One retest a month, oldest first."""
    visits = [
        {
            "date": f"2024-{month:02d}-08",
            "facts": {"cervical_change_class": word} if word else {"new_red_flag_sign": False},
        }
        for month, word in enumerate(words, 2)
    ]
    return Record(read_plain(bare(visits=visits)), FIRST_VISIT.replace(month=12))


@pytest.mark.parametrize(
    "words",
    [
        ("improved", "worse", "improved"),
        ("improved", "worse", None),
        (None, None),
        ("worse",),
        ("improved", "improved", "within_error", None),
    ],
)
def test_the_newest_retest_says_the_same_without_the_earlier_ones(words):
    better = one_of(cervical_change_class, "improved")
    newest, every = (evaluate(rule(better), course(*words)) for rule in (at_newest_retest, _held_for_no_time))
    assert newest.truth is every.truth
    assert newest.parts == every.parts[: len(newest.parts)]
    assert len([part for part in newest.parts if part.truth.value != "unknown"]) <= 1


def _held_for_no_time(criterion):
    return held_at_retests(0, criterion)
