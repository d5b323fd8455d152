"""The page of retests: the statuses, the decision table, the triggers, discharge and the stop rules, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.criteria.document import markdown
from concordant.criteria.nodes import Named
from concordant.criteria.words import in_full
from concordant.progress.decisions import TABLE
from concordant.progress.decisions.decision import Row
from concordant.progress.discharge import LETTERS, STOP_RULES, may_be_discharged
from concordant.progress.response import RESPONSE, Status
from concordant.progress.triggers import NEWEST, TRIGGERS

COLUMNS = ("Id", "Status", "At", "Action", "What to do", "When", "Source")

NAMED = tuple(rule.name for rule in RESPONSE.values() if isinstance(rule, Named))
"""Told once, under Response."""


def decision_rows() -> Iterator[tuple[str, ...]]:
    """One row of cells for each decision, in the order of the table."""
    for row in TABLE:
        for one in row.decisions():
            at = one.at.value if one.at else "any time"
            yield f"`{one.id}`", status_of(row).value, at, one.action.value, one.says, in_full(one.when), one.source


def status_of(row: Row) -> Status:
    """The status in which a row of the table is read."""
    asked = [row.when, *(part.criterion for part in row.when.parts)]
    return next(status for status, rule in RESPONSE.items() if rule in asked)


def retests_page(written: str) -> str:
    """The whole page; ``written`` says how it came about."""
    return (
        f"# Retests\n\n{written}\nWhat follows from a retest, proposed to a clinician, who confirms every step\n"
        "([how to read it](../how-to/read-a-retest.md)). A number that somebody here chose is a setting, told in the\n"
        f"[assumptions](assumptions.md).\n{_statuses()}{_decisions()}{_triggers()}{_discharge()}{_stop_rules()}"
    )


def _statuses() -> str:
    told = "".join(f"\n### {status.value}\n\n{markdown(rule)}" for status, rule in RESPONSE.items())
    return f"\n## Response\n\nExactly one is met, once all that it rests on is known.\n{told}"


def _decisions() -> str:
    page = "\n## Decision table\n\nOf the decisions that hold the most careful one stands; "
    page += "while none holds, the action is `hold`.\n"
    return page + f"\n{_line(COLUMNS)}{_line(('---',) * len(COLUMNS))}{''.join(map(_line, decision_rows()))}"


def _triggers() -> str:
    page = "\n## Triggers\n\nRead at any time, beside the table.\n"
    for one in TRIGGERS:
        page += f"\n### {one.id}\n\n{one.name}: **{one.action.value}**. {one.says}\n\n"
        page += f"Source: {one.source}.\n\n{markdown(one.when, NAMED)}"
    for key, rule in NEWEST.items():
        page += f"\n### {key}\n\nRead from the newest entry, as it is not asked at every retest.\n\n{markdown(rule)}"
    return page


def _discharge() -> str:
    letters = "".join(f"- **{letter}** {says}\n" for letter, says in LETTERS.items())
    return f"\n## Discharge\n\nAll of these:\n\n{letters}\nAs the rule asks it:\n\n{markdown(may_be_discharged, NAMED)}"


def _stop_rules() -> str:
    told = "".join(
        f"\n### {one.id}\n\n{one.says}\n\nSource: {one.source}.\n\n{markdown(one.when, NAMED)}" for one in STOP_RULES
    )
    return f"\n## Stop rules\n\nMet where the next hands-on session would be one too many.\n{told}"


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |\n"
