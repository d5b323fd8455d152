"""On how many days of each month which class of acute medicine was taken; each day once, in one pass over the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from concordant.facts.diary.counts import acute_med_days_per_30d
from concordant.facts.diary.day import acute_medication
from concordant.record.case import DiaryRow
from concordant.record.diary import Count, Diary, days_of

CLASSES = tuple(acute_med_days_per_30d.kind.keys)
NON_OPIOIDS = frozenset({"paracetamol", "nsaid", "asa", "other_non_opioid"})
"""One class to 8.2.3 and 8.2.6."""

NON_OPIOID = "non_opioid"
ANY = "any"
UNSPECIFIED = "unspecified"

_SINGLE = {key: frozenset({key}) for key in CLASSES} | {NON_OPIOID: NON_OPIOIDS}


def taken(rows: list[DiaryRow]) -> frozenset[str] | None:
    """The classes taken on a day; None where the day's rows do not say."""
    said = [row.facts[acute_medication.name] for row in rows if acute_medication.name in row.facts]
    sets = [value for value in said if isinstance(value, frozenset)]
    return frozenset().union(*sets) if sets else None


class MedicineMonths:
    """The months of one diary; 0 is the newest."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._months: dict[int, Mapping[str, Count]] = {}

    def month(self, back: int) -> Mapping[str, Count]:
        """For each class, ``non_opioid`` and ``any``: the days of the month so many months back."""
        if back not in self._months:
            self._months[back] = self._counted(back)
        return self._months[back]

    def _counted(self, back: int) -> Mapping[str, Count]:
        first, last = self._diary.month(back)
        rows = (self._diary.by_day.get(day) for day in days_of(first, last))
        days = Counter(taken(of_day) for of_day in rows if of_day is not None)
        del days[None]
        found = {}
        for key, classes in _SINGLE.items():
            with_it = sum(n for today, n in days.items() if today and today & classes)
            # A medicine of unknown class may be any.
            unsure = sum(n for today, n in days.items() if today and UNSPECIFIED in today and not today & classes)
            found[key] = Count(first, last, with_it, days.total() - with_it - unsure, unsure)
        none = days[frozenset()]
        found[ANY] = Count(first, last, days.total() - none, none)
        return found
