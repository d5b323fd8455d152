"""Which facts of somebody who can tell only some of them could still make a rule so."""

import pytest

from concordant.criteria import Truth, all_of, any_of, evaluate, not_, yes
from concordant.criteria.missing import ways_by
from concordant.facts.safety.history import cancer_active, cancer_history, immune_compromise, seizure_new
from tests.people import bare, record

A, B, C, D = (yes(one) for one in (cancer_active, cancer_history, immune_compromise, seizure_new))
NAMES = {"a": cancer_active.name, "b": cancer_history.name, "c": immune_compromise.name, "d": seizure_new.name}


def ways(rule, wanted, only, **known):
    trace = evaluate(rule, record(bare(**known)))
    found = ways_by(trace, wanted, frozenset(NAMES[one] for one in only))
    return {"".join(sorted(letter for letter, name in NAMES.items() if name in one)) for one in found}


@pytest.mark.parametrize(
    ("rule", "wanted", "only", "expected"),
    [
        (all_of(A, B), Truth.MET, "ab", {"ab"}),
        (all_of(A, B), Truth.MET, "a", set()),
        (all_of(A, B), Truth.NOT_MET, "a", {"a"}),
        (any_of(A, B), Truth.MET, "a", {"a"}),
        (any_of(A, B), Truth.NOT_MET, "a", set()),
        (any_of(all_of(A, B), all_of(C, D)), Truth.MET, "acd", {"cd"}),
        (not_(A), Truth.MET, "a", {"a"}),
        (not_(A), Truth.MET, "b", set()),
    ],
)
def test_only_these_facts_count(rule, wanted, only, expected):
    assert ways(rule, wanted, only) == expected


def test_what_is_so_already_needs_nothing():
    assert ways(any_of(A, B), Truth.MET, "", cancer_active=True) == {""}
    assert ways(any_of(A, B), Truth.NOT_MET, "ab", cancer_active=True) == set()
