"""The printed page of retests holds the whole table, and nothing that the table does not say."""

import pytest

from concordant.criteria.words import in_full
from concordant.progress import DECISIONS, RESPONSE, TABLE, TRIGGERS, Status
from concordant.progress.discharge import LETTERS, STOP_RULES
from concordant.progress.reference import decision_rows, retests_page, status_of

PAGE = retests_page("Written by a test.\n")


def test_every_decision_is_one_row():
    rows = list(decision_rows())
    assert [row[0] for row in rows] == [f"`{one.id}`" for one in DECISIONS]
    assert [row[3:] for row in rows] == [
        (one.action.value, one.says, in_full(one.when), one.source) for one in DECISIONS
    ]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_the_status_of_a_row_is_the_one_that_it_is_named_for(row):
    status = status_of(row)
    assert row.id.split(",")[0].split(" ")[0] == status.value
    assert RESPONSE[status] in (row.when, *(part.criterion for part in row.when.parts))


def test_a_status_is_unfolded_once():
    """Elsewhere it is only named, so the page stays one that people read."""
    for status, rule in RESPONSE.items():
        section = PAGE.split(f"\n### {status.value}\n")[1].split("\n## ")[0]
        assert f"- {rule.name} _(retest 8)_\n  - " in section
    discharge = PAGE.split("## Discharge")[1].split("## Stop rules")[0]
    assert "response: responding " in discharge
    assert "`function_change_class`" not in discharge


def test_every_status_has_a_row_and_a_rule_of_its_own():
    assert {status_of(row) for row in TABLE} == set(Status) == set(RESPONSE)
    assert all(f"\n### {status.value}\n" in PAGE for status in Status)


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda one: one.id)
def test_every_trigger_stands_with_its_action_and_source(trigger):
    told = PAGE.split(f"\n### {trigger.id}\n")[1].split("\n### ")[0]
    assert f"{trigger.name}: **{trigger.action.value}**. {trigger.says}" in told
    assert f"Source: {trigger.source}." in told


def test_discharge_and_stop_rules_stand_with_their_words():
    for letter, says in LETTERS.items():
        assert f"- **{letter}** {says}\n" in PAGE
    for rule in STOP_RULES:
        assert rule.says in PAGE.split("## Stop rules")[1]


def test_a_clinician_confirms_every_step():
    assert "proposed to a clinician, who confirms every step" in PAGE
