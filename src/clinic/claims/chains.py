"""The lines of a visit, one after the other, and of a day: which of them bills, and which is the next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Max

from clinic.claims.models import InvoiceLine
from clinic.claims.models.line import OPEN, OVER
from clinic.claims.problems import Problem, problem
from clinic.claims.work import Key

Day = tuple[int, str, date]
"""Person, discipline and day: an insurer is asked once."""


def heads_of(people: Iterable[int]) -> dict[Key, Any]:
    """The last line of each chain: the one that bills, if any does."""
    lines = InvoiceLine.objects.filter(person__in=list(people), visit__isnull=False, replaced_by__isnull=True)
    heads: list[Any] = list(lines.select_related("claim", "invoiced__invoice").with_state().order_by("id"))
    return {(one.visit, one.row, one.for_patient): one for one in heads}


def is_out(line: Any) -> bool:
    """Somebody was asked for it, and it was not taken back."""
    return line.state not in (*OPEN, *OVER)


def out_of(heads: Mapping[Key, Any]) -> dict[int, dict[Key, Any]]:
    """Person -> the lines that are out."""
    found: dict[int, dict[Key, Any]] = defaultdict(dict)
    for key, head in heads.items():
        if is_out(head):
            found[head.person_id][key] = head
    return found


def turns_of(people: Iterable[int]) -> Counter[Day]:
    """How often each day was asked of an insurer, or was to be: the next line of that day is the next turn."""
    lines = InvoiceLine.objects.filter(person__in=list(people), for_patient=False).order_by()
    rows = lines.values_list("person", "discipline", "service_date").annotate(last=Max("turn"))
    return Counter({(person, discipline, day): last for person, discipline, day, last in rows})


def day_of(line: Any) -> Day:
    return line.person_id, line.discipline, line.service_date


def out_by_day(heads: Iterable[Any]) -> dict[Day, int]:
    """The days on which an insurer was asked already, and by which line."""
    return {day_of(one): one.pk for one in heads if not one.for_patient and is_out(one)}


def twice(out: dict[Day, int], day: Day, line: Any, for_patient: bool) -> list[Problem]:
    """One visit of a discipline a day is paid (icbc_rules R09), by whichever note it was billed."""
    other = None if for_patient else out.get(day)
    return [problem("duplicate")] if other is not None and (line is None or other != line.pk) else []
