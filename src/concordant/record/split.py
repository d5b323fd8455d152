"""One case -> the fragments that were said one after the other, each true on one day; the inverse of merge.

For taking a case file into a chart: a visit, a day of the diary, a dated fact become entries of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from concordant.facts import DICTIONARY, Dictionary
from concordant.record.case import Case, Facts, Headache, Stated
from concordant.record.merge import Fragment
from concordant.record.write import Writer, write_plain

DATED = ("visits", "outcomes", "diary", "treatments", "assessments", "plans", "home")
"""The sections whose rows stand for themselves, each on its day."""


def split(case: Case, *, undated: date, dictionary: Dictionary = DICTIONARY) -> tuple[Fragment, ...]:
    """The fragments, oldest first. ``undated``: the day for a case in which nothing at all is dated."""
    start = case.first_day() or undated
    return tuple(sorted(_fragments(case, start, dictionary), key=lambda one: one.on))


def _fragments(case: Case, start: date, dictionary: Dictionary) -> Iterator[Fragment]:
    whole = write_plain(case, dictionary)
    heading: dict[str, Any] = {key: whole[key] for key in ("person", "episode") if key in whole}
    if case.no_injury:
        heading["injuries"] = []
    if set(heading) != {"person"} or set(heading["person"]) != {"id"}:
        # That somebody has an id says nothing about them.
        yield Fragment(heading, start)
    yield from _facts(case, start, Writer(dictionary))
    for section in DATED:
        for row in whole.get(section, ()):
            yield Fragment({section: [row]}, date.fromisoformat(row["date"]), recorded=_moment(row))


def _moment(row: dict[str, Any]) -> datetime | None:
    return datetime.fromisoformat(row["recorded"]) if "recorded" in row else None


def _facts(case: Case, start: date, write: Writer) -> Iterator[Fragment]:
    """The facts of person, injuries and headaches, gathered by the day on which they were stated."""
    by_day: dict[date, dict[str, Any]] = defaultdict(dict)
    moments: dict[date, datetime] = {}

    def gather(facts: Facts, day_of: Any) -> None:
        for name, said in facts.items():
            for one in said:
                day = one.on or start
                day_of(day).setdefault(name, []).append(_row(one, day, name, write))
                if one.recorded:
                    moments[day] = max(one.recorded, moments.get(day, one.recorded))

    gather(case.facts, lambda day: by_day[day].setdefault("facts", {}))
    subjects: list[tuple[str, dict[str, str], Facts]] = [
        *(("injuries", {"id": one.id}, one.facts) for one in case.injuries),
        *(("headaches", _heading(one), one.facts) for one in case.headaches),
    ]
    for section, heading, facts in subjects:
        _own(by_day[start], section, heading)  # named from the start, also where nothing of it is known then
        gather(facts, lambda day, s=section, h=heading: _own(by_day[day], s, h))
    for day, content in by_day.items():
        yield Fragment(content, day, recorded=moments.get(day))


def _heading(headache: Headache) -> dict[str, str]:
    return {"id": headache.id} | ({"name": headache.name} if headache.name else {})


def _own(content: dict[str, Any], section: str, heading: dict[str, str]) -> dict[str, Any]:
    """The facts of this injury or headache in the fragment of one day."""
    rows = content.setdefault(section, [])
    for row in rows:
        if row["id"] == heading["id"]:
            return row["facts"]  # type: ignore[no-any-return]
    rows.append({**heading, "facts": {}})
    return rows[-1]["facts"]  # type: ignore[no-any-return]


def _row(one: Stated, day: date, name: str, write: Writer) -> dict[str, Any]:
    return {"date": day.isoformat(), "value": write.value(name, one.value)} | ({"by": one.by} if one.by else {})
