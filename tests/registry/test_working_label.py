"""The working label as a criterion is that of the assessment, for every combination of letters and safety."""

from itertools import product
from types import SimpleNamespace

import polars as pl

from concordant.criteria import Truth, at_least, yes
from concordant.criteria.columns import Table, program
from concordant.criteria.columns.series import Machine
from concordant.criteria.nodes import AllOf, Part
from concordant.diagnosis.assess import is_provisional
from concordant.diagnosis.provisional import RELATIONS, working_label
from concordant.facts.history.autonomic import restlessness
from concordant.facts.history.pattern import phonophobia, photophobia, vomiting, worse_with_routine_activity
from concordant.facts.safety.history import cancer_active, cancer_history
from concordant.safety import CLEAR
from tests.criteria.columns.frames import TRUTH

LETTERS = ("B", *RELATIONS, "D")
FACTS = (photophobia, phonophobia, vomiting, restlessness, worse_with_routine_activity, cancer_active, cancer_history)


def test_every_combination():
    leaf = dict(zip((*LETTERS, CLEAR), map(yes, FACTS), strict=True))
    relations = at_least(2, **{letter: leaf[letter] for letter in RELATIONS})
    rule = AllOf((Part(leaf["B"], "B"), Part(relations, "C"), Part(leaf["D"], "D")))
    rules = {"label": working_label(rule), CLEAR: leaf[CLEAR]}
    every = list(product(Truth, repeat=len(FACTS)))
    names = [fact.name for fact in FACTS]
    frame = pl.DataFrame(
        [[TRUTH[truth] for truth in truths] for truths in every], schema=dict.fromkeys(names, pl.Boolean), orient="row"
    ).with_columns(headache=pl.lit("A"))
    found, _ = Machine(program(rules, Table(frame.columns), ["label"])).run(frame)
    expected = [is_provisional(_trace(truths), truths[-1]) for truths in every]
    assert found["label"].to_list() == expected
    assert set(expected) == {True, False}


def _trace(truths):
    return SimpleNamespace(letters=lambda: dict(zip(LETTERS, truths, strict=False)))
