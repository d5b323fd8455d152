"""What has to hold of a chart after any interleaving of devices."""

from collections import Counter
from typing import Any

from clinic import clock
from clinic.chart.chain import verify_chain
from clinic.chart.models import Entry
from clinic.sync.models import SentRow
from clinic.sync.state import state_of
from tests.clinic.sync.devices import DAYS, NOW


def newest_words(rows: list[dict[str, Any]], day: str) -> list[dict[str, Any]]:
    """The rows of a day that no other row knew of: what has to stand, said again in another way than the code does."""
    mine = [row for row in rows if row["day"] == day]
    named = {key for row in mine for key in row["based_on"]}
    return [row for row in mine if row["key"] not in named]


def chart_says(person: Any, day: str) -> list[dict[str, Any]]:
    entries = Entry.objects.filter(person=person, on=day, corrections__isnull=True)
    rows = [row for entry in entries for row in entry.content.get("diary", [])]
    return [{name: value for name, value in row.items() if name not in ("date", "recorded")} for row in rows]


def check(by: Any, person: Any, rows: list[dict[str, Any]]) -> int:
    """How many days ended with two answers."""
    disputed = 0
    kept = Counter(str(key) for key in SentRow.objects.filter(person=person).values_list("key", flat=True))
    assert kept == Counter({row["key"]: 1 for row in rows})
    with clock.set_to(NOW):
        state = {one["day"]: one for one in state_of(by, person)["days"]}
    for day in DAYS:
        newest = newest_words(rows, day)
        said = [row["says"] for row in newest]
        assert sorted(one["key"] for one in state[day]["answers"]) == sorted(row["key"] for row in newest)
        is_disputed = any(one != said[0] for one in said)
        assert state[day]["is_disputed"] == is_disputed
        disputed += is_disputed
        if said and not is_disputed:
            assert chart_says(person, day) == said[0]
        elif said:
            agreed = {k: v for k, v in said[0][0].items() if all(one[0].get(k) == v for one in said)}
            assert chart_says(person, day) == ([agreed] if agreed else [])
    assert verify_chain(person) is None
    return disputed
