"""Entries that cannot all be true."""

from __future__ import annotations

from typing import Any

from concordant.criteria.saying import value_in_words
from concordant.record.contradictions.contradiction import Contradiction


def contradiction(one: Contradiction) -> dict[str, Any]:
    """Entries that cannot all be true, and the facts that are not read until it is settled."""
    return {
        "id": one.id,
        "says": one.says,
        "entries": [
            {
                "fact": entry.term.name,
                "value": value_in_words(entry.term, entry.value),
                "on": entry.said.on.isoformat() if entry.said.on else None,
                "by": entry.said.by,
                "place": entry.said.place,
            }
            for entry in one.entries
        ],
        "unknown": list(one.unknown),
    }
