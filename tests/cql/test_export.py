"""What can be said of the exported library without running it."""

import json
from pathlib import Path

import pytest

from concordant import __version__
from concordant.cli import main
from concordant.cql import rule_book
from concordant.criteria import Book, all_of, at_or_above, in_an_injury, known, nodes, not_, yes
from concordant.criteria.cql import library, parameters, text
from concordant.criteria.cql.elm import literal
from concordant.criteria.nodes import Term
from concordant.diagnosis import BOOK
from concordant.facts import DICTIONARY, UNKNOWN, Scope, Sides
from concordant.facts.history.injury import whiplash_occurred
from concordant.facts.history.pattern import attack_count_lifetime, photophobia
from concordant.settings.declared import Number
from tests.people import bare, record

NODE = Path(__file__).parent / "node"


def _inside(document):
    if isinstance(document, dict):
        yield document
    for below in document.values() if isinstance(document, dict) else document if isinstance(document, list) else ():
        yield from _inside(below)


def test_every_rule_is_a_definition_and_refers_only_to_earlier_ones():
    statements = rule_book().elm["library"]["statements"]["def"]
    earlier: set[str] = set()
    for one in statements:
        used = [e for e in _inside(one["expression"]) if e.get("type") in ("ExpressionRef", "FunctionRef")]
        references = {e["name"] for e in used}
        assert references <= earlier
        assert one["name"] not in earlier
        earlier.add(one["name"])
    assert set(BOOK) <= earlier


def test_every_letter_of_a_rule_is_a_definition():
    rule = all_of(A=yes(photophobia), B=all_of(B1=yes(photophobia), a=known(photophobia)))
    book = Book({"x features": rule, "x": nodes.AllOf((*rule.parts, nodes.Part(not_(yes(photophobia)), "C")))})
    names = [one["name"] for one in library(book, of_person=()).elm["library"]["statements"]["def"]]
    assert [name for name in names if name.startswith("x")] == ["x A", "x B1", "x B.a", "x B", "x features", "x C", "x"]


def test_everything_that_is_read_is_declared():
    document = rule_book().elm["library"]
    declared = {e["name"] for e in _inside(document["parameters"]) if "elementType" in e and "name" in e}
    read = {e["path"] for one in document["statements"]["def"] for e in _inside(one) if e.get("type") == "Property"}
    assert read - {"met", "date"} <= declared


def test_a_fact_of_an_injury_or_headache_is_unknown_where_there_is_none():
    # On this rests that no rule is asked of an injury that is not there (criteria.cql.refutable).
    nobody = record(bare(headaches=[]))
    for fact in DICTIONARY.values():
        if fact.scope in (Scope.INJURY, Scope.HEADACHE) and fact.sides is Sides.NONE:
            assert nobody.read(Term(fact)).value in (UNKNOWN, fact.absent), fact


def _given(rule, case):
    shown = library(Book({"rule": rule}), of_person=())
    return parameters(shown, record(case), "A")["headache"]


def test_what_is_unknown_is_left_out_and_numbers_are_intervals():
    rule = all_of(yes(photophobia), at_or_above(attack_count_lifetime, 5))
    assert _given(rule, bare()) == {"id": "A"}
    assert _given(rule, bare(photophobia=False, attack_count_lifetime=4)) == {
        "id": "A",
        "photophobia": False,
        "attack_count_lifetime": {"low": 4, "high": 4},
    }


@pytest.mark.parametrize(
    ("injuries", "given"),
    [
        (None, None),
        ([], []),
        ([{"id": "crash", "facts": {"whiplash_occurred": True}}], [{"id": "crash", "whiplash_occurred": True}]),
    ],
)
def test_no_injury_is_an_empty_list_and_not_asked_is_no_list(injuries, given):
    case = bare() if injuries is None else bare(injuries=injuries)
    assert _given(in_an_injury(yes(whiplash_occurred)), case).get("injuries") == given


def test_numbers_are_written_in_full():
    assert [literal(n)["value"] for n in (1, 0.1, 1e-7, 1e15, Number(2.5))] == [
        "1",
        "0.1",
        "0.0000001",
        "1000000000000000.0",
        "2.5",
    ]
    assert literal(-0.5) == {"type": "Negate", "operand": literal(0.5)}


def test_names_and_comments_cannot_break_out_of_the_text():
    book = Book({'a "rule" \\': yes(photophobia)})
    shown = text(library(book, of_person=(), said={'a "rule" \\': ("ends */ here",)}, about="of a */ clinic").elm)
    assert 'define "a \\"rule\\" \\\\":' in shown
    assert "ends * / here" in shown
    assert shown.startswith("/*\n@description: of a * / clinic\n*/\nlibrary ")


def test_the_command_prints_both_forms(capsys, tmp_path):
    assert main(["rules", "--format", "elm"]) == 0
    assert json.loads(capsys.readouterr().out) == rule_book().elm
    assert main(["rules", "--format", "cql", "-o", str(tmp_path / "rules.cql")]) == 0
    written = (tmp_path / "rules.cql").read_text(encoding="utf-8")
    assert written.startswith(f"library Concordant version '{__version__}'\n")
    assert main(["rules", "--format", "cql", "-o", str(tmp_path)]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_lock_names_no_address():
    lock = (NODE / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock
    assert "://" not in lock
    packages = json.loads(lock)["packages"]
    assert all("integrity" in one for name, one in packages.items() if name)
    wanted = packages[""]["devDependencies"]
    assert wanted == {name: packages[f"node_modules/{name}"]["version"] for name in wanted}
