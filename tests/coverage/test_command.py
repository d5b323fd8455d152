"""``concordant coverage``, and the key of the answer."""

import json

import pytest

from concordant.answer import answer
from concordant.assessment import assess
from concordant.cli import main
from concordant.criteria.nodes import Term
from concordant.facts import DICTIONARY
from concordant.record.write import write_yaml
from tests.coverage.people import record, visit

TERMS = """
recovery_network: [{from: 2025-03-22}]
prices: [{discipline: physiotherapist, item: standard, from: 2025-04-01, amount: 120.00}]
"""


@pytest.fixture
def told(tmp_path):
    """The command on a case."""

    def run(found, *arguments):
        path = tmp_path / "case.yaml"
        path.write_text(write_yaml(found.case), encoding="utf-8")
        (tmp_path / "terms.yaml").write_text(TERMS, encoding="utf-8")
        arguments = [str(tmp_path / one) if one == "terms.yaml" else one for one in arguments]
        return main(["coverage", str(path), *arguments])

    return run


def test_json_is_the_key_of_the_contract(told, capsys):
    assert (
        told(record(visit(1), visit(8), visit(8, "rmt")), "--json", "--as-of", "2025-06-30", "--terms", "terms.yaml")
        == 0
    )
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"as_of", "coverage"}
    coverage = found["coverage"]
    assert coverage["payer"] == "icbc"
    physio = coverage["disciplines"]["physiotherapist"]
    assert (physio["used"], physio["left"], physio["until"]) == (2, 23, "2025-08-25")
    visits = [(one["date"], one["discipline"], one["fee"], one["payable"]) for one in coverage["visits"]]
    assert visits == [
        ("2025-06-03", "physiotherapist", "151.00", True),
        ("2025-06-10", "physiotherapist", "95.00", True),
        ("2025-06-10", "rmt", "128.00", True),
    ]
    assert coverage["visits"][1]["patient_share"] == "25.00"
    assert all(one["because"] for one in coverage["visits"])
    plans = [one for one in coverage["due"] if one["what"] == "treatment_plan"]
    assert {one["by"] for one in plans} == {"2025-08-11"}
    assert plans[0]["because"] == ["R14"]


def test_a_visit_of_the_evening_is_of_that_day(told, capsys):
    """18:30 in Vancouver is written as the next day of universal time."""
    evening = record(visit(1, recorded="2025-06-04T01:30:00Z"))
    told(evening, "--json", "--as-of", "2025-06-03")
    assert json.loads(capsys.readouterr().out)["coverage"]["disciplines"]["physiotherapist"]["left"] == 24
    told(evening, "--json", "--as-of", "2025-06-02")
    assert json.loads(capsys.readouterr().out)["coverage"]["disciplines"]["physiotherapist"]["left"] == 25


def test_what_is_not_known_is_null(told, capsys):
    told(record(visit(1), visits_elsewhere_count=None), "--json")
    coverage = json.loads(capsys.readouterr().out)["coverage"]
    physio = coverage["disciplines"]["physiotherapist"]
    assert (physio["used"], physio["left"], physio["left_at_most"]) == (None, None, 24)
    assert coverage["visits"][0]["payable"] is None
    assert coverage["visits"][0]["fee"] is None
    assert coverage["missing"] == ["visits_elsewhere_count"]


def test_the_report_says_what_is_left_due_and_why(told, capsys):
    course = record(visit(1), visit(1, "rmt", minutes=30), visit(2, status="missed"), visit(84), visit(85), day=90)
    assert told(course, "--terms", "terms.yaml") == 0
    out = capsys.readouterr().out
    for words in (
        "Payer: ICBC, Enhanced Care",
        "Physiotherapy: 0 of 25 left; 2 used here, 0 elsewhere; until 25 Aug 2025 (red)",
        "treatment plan, Physiotherapy: by 11 Aug 2025 (R14)",
        "3 Jun 2025, Physiotherapy, initial: preauthorised (",
        "payer $95.00, person $25.00, route: portal",
        "4 Jun 2025, Physiotherapy, standard, missed: not covered (R13)",
        "R43: 30 minutes of massage",
        "R06: a stricter count",
        "the payer decides",
    ):
        assert words in " ".join(out.split()), words
    assert max(map(len, out.splitlines())) <= 96


def test_the_report_of_somebody_of_whom_nothing_is_known(told, capsys):
    assert told(record(payer=None, crash=None, visits_elsewhere_count=None)) == 0
    out = capsys.readouterr().out
    assert "Payer: not known" in out
    assert "Ask: Payer" in out
    assert "none on record" in out


@pytest.mark.parametrize("payer", ["worksafebc", "extended", "private"])
def test_every_payer_has_a_report(told, capsys, payer):
    assert told(record(visit(1), payer=payer)) == 0
    assert "Visits" in capsys.readouterr().out


def test_an_accident_that_cannot_be_is_a_bad_file(told, capsys):
    assert told(record(visit(-3), visit(1))) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "claim_accident_date = 2025-06-02 is after the first visit; allowed: up to 2025-05-30" in err


def test_bad_files_exit_with_two(tmp_path, told, capsys):
    assert main(["coverage", str(tmp_path / "none.yaml")]) == 2
    bad = tmp_path / "bad.yaml"
    bad.write_text("concordant: 1\nperson: {id: x}\nepisode: {payer: {kind: uncle}}\n", encoding="utf-8")
    assert main(["coverage", str(bad)]) == 2
    assert told(record(visit(1)), "--terms", str(bad)) == 2
    assert capsys.readouterr().out == ""


def test_assess_answers_it_too():
    found = record(visit(1))
    told = answer(assess(found.case, found.as_of))["coverage"]
    assert told["payer"] == "icbc"
    assert told["visits"][0]["fee"] == "151.00"
    assert json.dumps(told)


def test_an_old_file_may_state_what_is_computed_now():
    stated = {"preauthorised_visits_left": {"physiotherapy": 4}, "preauthorised_window_end_date": "2025-08-01"}
    old = record(payer="icbc", crash=None, visits_elsewhere_count=None, **stated)
    for name in stated:
        reading = old.read(term_named(name))
        assert reading.origin.value == "stated, not computed"
    new = record(visit(1), **stated, visits_elsewhere_count=None)
    assert new.value("preauthorised_visits_left") == {"physiotherapy": 4}
    both = record(visit(1), **stated, visits_elsewhere_count=dict.fromkeys(EVERY, 0))
    assert both.value("preauthorised_visits_left")["physiotherapy"] == 24
    assert "stands over what was stated" in both.read(term_named("preauthorised_window_end_date")).note


def term_named(name):
    return Term(DICTIONARY[name])


EVERY = ("physiotherapy", "massage_therapy", "kinesiology", "counselling", "psychology", "acupuncture", "chiropractic")
