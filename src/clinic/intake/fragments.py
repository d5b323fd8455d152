"""Putting the fragments of the pages together, and taking out what stands in the chart."""

from collections.abc import Iterable, Mapping
from typing import Any

from clinic.chart.told import THERE

Content = dict[str, Any]


def joined(fragments: Iterable[Mapping[str, Any]]) -> Content:
    """One fragment that says what all of them say. Each page says something else."""
    whole: Content = {}
    for fragment in fragments:
        for section, says in fragment.items():
            if section in ("person", "facts"):
                whole.setdefault(section, {}).update(says)
            elif section == "episode":
                episode = whole.setdefault("episode", {})
                for key, value in says.items():
                    episode[key] = {**episode[key], **value} if key in episode and isinstance(value, dict) else value
            else:
                _add_rows(whole.setdefault(section, []), says)
    return whole


def _add_rows(rows: list[Content], more: Iterable[Mapping[str, Any]]) -> None:
    for row in more:
        key = "id" if "id" in row else "date"
        there = next((one for one in rows if one[key] == row[key]), None)
        if there is None:
            rows.append({**row, **({"facts": dict(row["facts"])} if "facts" in row else {})})
            continue
        if "facts" in row:
            there.setdefault("facts", {}).update(row["facts"])
        there.update({name: value for name, value in row.items() if name not in ("facts", key)})


def renamed(content: Content, names: Mapping[str, Mapping[str, str]]) -> Content:
    """With the ids of headaches and injuries as the chart gives them: `names` by section, then by id."""
    found = dict(content)
    for section, ids in names.items():
        if section in content:
            found[section] = [{**row, "id": ids.get(row["id"], row["id"])} for row in content[section]]
    return found


def without(content: Content, filled: frozenset[tuple[str, ...]]) -> Content:
    """Only what fills a place that is still empty."""
    found: Content = {}
    for section, says in content.items():
        if section in ("person", "episode", "facts"):
            kept = {key: value for key, value in says.items() if key == "id" or (section, key) not in filled}
            if set(kept) - {"id"}:
                found[section] = kept
            continue
        rows = [_row(section, row, filled) for row in says]
        rows = [row for row in rows if set(row) - {"id", "date"} or _is_new_injury(section, row, filled)]
        if rows or (says == [] and not any(place[:2] == (THERE, section) for place in filled)):
            found[section] = rows
    return found


def _is_new_injury(section: str, row: Mapping[str, Any], filled: frozenset[tuple[str, ...]]) -> bool:
    """That there was one is an answer, though nothing else is known of it."""
    return section == "injuries" and (THERE, section, str(row["id"])) not in filled


def _row(section: str, row: Mapping[str, Any], filled: frozenset[tuple[str, ...]]) -> Content:
    key = str(row.get("id", row.get("date")))
    facts = {name: value for name, value in row.get("facts", {}).items() if (section, key, name) not in filled}
    kept = {name: value for name, value in row.items() if name != "facts" and (section, key, name) not in filled}
    return {**kept, "facts": facts} if facts else kept
