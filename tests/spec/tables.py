"""Drawn tables: each row a person, each column a fact, a blank cell a question that nobody has answered.

::

      | photophobia | phonophobia
    1 | yes         | yes
    2 | yes         |

A line without a number goes on with the person above it: a further visit or injury. Columns that are no facts:
``date`` (of the visit), ``as_of``, ``injuries`` (``none``: asked, and there was none) and ``diary``
(``13 yes, 12 no, 5 missing``: days up to ``as_of``, the missing ones first). A fact of a day stands in the diary
of that day. ``fact[left]``, ``fact[C1-C2 left]`` and ``fact[triptan]`` choose a side, a segment or a key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from concordant.criteria import Binding, Criterion, Evaluator, Truth, evaluate
from concordant.facts import DICTIONARY, Scope
from concordant.facts.fact import SEGMENTS, SIDES
from concordant.facts.kinds import Choices, Flag, Kind, Quantity, Range, Table
from concordant.record.read import read_plain
from concordant.record.record import Record
from tests.people import FIRST_VISIT

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
DAYS = {"yes": True, "no": False}

Row = dict[str, str]


def people(table: str) -> dict[int, list[Row]]:
    """The lines of each person, by number."""
    head, *body = [line for line in table.splitlines() if line.strip()]
    columns = _cells(head)[1:]
    found: dict[int, list[Row]] = {}
    number = 0
    for line in body:
        first, *cells = _cells(line)
        if len(cells) != len(columns):
            raise ValueError(f"{len(cells)} cells for {len(columns)} columns: {line}")
        number = int(first) if first else number
        found.setdefault(number, []).append({name: cell for name, cell in zip(columns, cells, strict=True) if cell})
    return found


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def verdicts(criterion: Criterion, table: str, book: Mapping[str, Criterion] | None = None) -> dict[int, Truth]:
    """What the criterion says of each person in the table, of their only headache."""
    return {number: verdict(criterion, lines, book) for number, lines in people(table).items()}


def verdict(criterion: Criterion, lines: list[Row], book: Mapping[str, Criterion] | None = None) -> Truth:
    """What the criterion says of one person."""
    # A drawn person shows one rule at a time; whether the rest of what is said of them fits is not asked.
    record = Record(read_plain(case_of(lines)), as_of(lines), withholding=False)
    evaluator = Evaluator(record, book) if book is not None else None
    return evaluate(criterion, record, Binding(headache="A"), evaluator).truth


def as_of(lines: list[Row]) -> date:
    """The day on which a person is judged: stated, else the last visit."""
    stated = [date.fromisoformat(line["as_of"]) for line in lines if "as_of" in line]
    visits = [date.fromisoformat(line["date"]) for line in lines if "date" in line]
    return max(stated or visits, default=FIRST_VISIT)


def case_of(lines: list[Row]) -> dict[str, Any]:
    """The case file of one person."""
    case: dict[str, Any] = {
        "concordant": 1,
        "person": {"id": "drawn"},
        "episode": {"started": FIRST_VISIT.isoformat()},
        "facts": {},
        "headaches": [{"id": "A", "facts": {}}],
        "visits": [],
    }
    for line in lines:
        _add(case, line, as_of(lines))
    return case


def _add(case: dict[str, Any], line: Row, today: date) -> None:
    injury: dict[str, Any] = {}
    findings: list[dict[str, Any]] = []
    for column, cell in line.items():
        if column == "injuries":
            case["injuries"] = []
        elif column == "diary":
            case["diary"] = _diary(cell, today)
        elif column not in ("date", "as_of"):
            name, chosen = _column(column)
            value = _value(DICTIONARY[name].kind, chosen, cell)
            if DICTIONARY[name].scope is Scope.DAY:
                row = next((one for one in case.setdefault("diary", []) if one["date"] == today.isoformat()), None)
                if row is None:
                    case["diary"].append(row := {"date": today.isoformat()})
                row[name] = value
            else:
                _place(case, injury, findings, name, chosen, value)
    if injury:
        case.setdefault("injuries", []).append({"id": f"injury {len(case.get('injuries', ())) + 1}", "facts": injury})
    if findings or "date" in line:
        case["visits"].append({"date": line.get("date", FIRST_VISIT.isoformat()), "findings": findings})


def _column(column: str) -> tuple[str, dict[str, str]]:
    match = re.fullmatch(r"(\w+)(?:\[(.+)\])?", column)
    if match is None:
        raise ValueError(f"not a column: {column}")
    words = (match[2] or "").split()
    names = ("side", SIDES), ("segment", SEGMENTS)
    chosen = {kind: word for word in words for kind, known in names if word in known}
    rest = [word for word in words if word not in (*SIDES, *SEGMENTS)]
    return match[1], chosen | ({"key": rest[0]} if rest else {})


def _place(
    case: dict[str, Any], injury: dict[str, Any], findings: list[Any], name: str, chosen: dict[str, str], value: Any
) -> None:
    scope = DICTIONARY[name].scope
    key = chosen.pop("key", None)
    if scope in (Scope.VISIT, Scope.COURSE):
        findings.append({"fact": name, "value": value if key is None else {key: value}, **chosen})
        return
    there = {Scope.HEADACHE: case["headaches"][0]["facts"], Scope.INJURY: injury}.get(scope, case["facts"])
    if key is None:
        there[name] = value
    else:
        there.setdefault(name, {})[key] = value


def _value(kind: Kind, chosen: dict[str, str], cell: str) -> Any:
    if isinstance(kind, Table) and "key" in chosen:
        kind = kind.values
    if isinstance(kind, Flag):
        return {"yes": True, "no": False}[cell]
    if isinstance(kind, Choices):
        return [] if cell == "none" else [word.strip() for word in cell.split(",")]
    if isinstance(kind, Range):
        return [_number(end) for end in cell.split("..")] if ".." in cell else _number(cell)
    if isinstance(kind, Quantity):
        return None if cell == "never" else _number(cell)
    return cell


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _diary(cell: str, today: date) -> list[dict[str, Any]]:
    counts = {word: int(number) for number, word in (part.split() for part in cell.split(","))}
    answers = [DAYS.get(word) for word in ("missing", "no", "yes") for _ in range(counts.get(word, 0))]
    first = today - timedelta(days=len(answers) - 1)
    days = ((first + timedelta(days=number), answer) for number, answer in enumerate(answers))
    return [{"date": day.isoformat(), "headache_today": answer} for day, answer in days if answer is not None]
