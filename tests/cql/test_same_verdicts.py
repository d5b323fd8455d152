"""The exported rules give on cql-execution what they give here: every rule, every headache."""

import json
from collections import Counter
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path

from concordant.cql import rule_book
from concordant.criteria import Evaluator, Truth
from concordant.criteria.cql import parameters, text
from concordant.diagnosis import BOOK
from concordant.record.read import read_file, read_plain
from concordant.record.record import Record
from concordant.safety import FLAGS
from concordant.simulate import demo_clinic, large_population
from tests.cql.engine import bare, evaluated, needs_node, translated
from tests.people import FIRST_VISIT, asked_everything, crash, record
from tests.people import bare as nothing_known

pytestmark = needs_node


def _all_cleared(day: date) -> dict[str, dict[str, str]]:
    return {flag.id: {"date": day.isoformat(), "by": "a physician", "how": "seen"} for flag in FLAGS}


TODAY = date(2026, 1, 30)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
PEOPLE_OF_TESTS = (
    nothing_known(),
    nothing_known(headaches=[]),
    asked_everything(**crash(20, 1)),
    asked_everything(cancer_history=True),
    asked_everything(cancer_history=True, red_flag_cleared=_all_cleared(FIRST_VISIT)),
    asked_everything(cancer_history=True, red_flag_cleared=_all_cleared(FIRST_VISIT - timedelta(days=1))),
)
IN_CQL = {Truth.MET: True, Truth.NOT_MET: False, Truth.UNKNOWN: None}


def _everybody():
    yield from (Record(read_plain(one.case), TODAY) for one in demo_clinic(1, TODAY))
    yield from (Record(read_plain(case), TODAY) for case in large_population(3, 20, today=TODAY))
    for case in map(read_file, EXAMPLES):
        yield Record(case, case.last_day() or TODAY)
    yield from map(record, PEOPLE_OF_TESTS)


def test_every_rule_for_every_headache(tmp_path):
    book = rule_book()
    asked = [(one, headache) for one in _everybody() for headache in [*one.headaches] or [None]]
    found = evaluated(book.elm, (parameters(book, one, headache) for one, headache in asked), tmp_path)
    seen = Counter()
    for (person, headache), answer in zip(asked, found, strict=True):
        assert not answer["conflicts"]
        evaluator = Evaluator(person, BOOK)
        for key, of_headache in book.of_headache.items():
            if of_headache and headache is None:
                continue
            here = evaluator.rule(key, headache if of_headache else None).truth
            assert answer["verdicts"][key] is IN_CQL[here], (person.case.person, headache, key)
            seen[here] += 1
    assert min(seen[truth] for truth in Truth) > 50


LONGEST = 100_000
"""Characters of one definition as ELM. The translator takes more than a minute for each of the two that are longer."""


def without_the_longest(document):
    """The same rules; of an "or" with a thousand parts, which a machine writes, the first that are short enough."""
    short = deepcopy(document)
    for one in short["library"]["statements"]["def"]:
        while one["expression"]["type"] == "Or" and len(json.dumps(one["expression"])) > LONGEST:
            one["expression"] = one["expression"]["operand"][0]
    return short


def test_the_text_says_what_the_elm_says():
    document = without_the_longest(rule_book().elm)
    assert bare(translated(text(document))) == bare(document)
