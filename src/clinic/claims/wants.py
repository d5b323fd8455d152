"""What has to be billed of some people, beside what is billed: each visit with its lines as they are and as they should
be. Whoever proposes, checks, corrects or only looks asks this one place."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from clinic.chart.models import Person
from clinic.claims.as_sent import claims_as_sent
from clinic.claims.chains import Day, heads_of, is_out, out_by_day, out_of, twice
from clinic.claims.models import Claim, State
from clinic.claims.money import ZERO
from clinic.claims.payable import INSURERS, wanted_of
from clinic.claims.problems import Problem, problem
from clinic.claims.terms import Terms
from clinic.claims.visits import SignedVisit, VisitKey
from clinic.claims.work import Key, Wanted, Work, newest_of, work_of


@dataclass
class Wants:
    terms: Terms
    works: dict[int, Work]
    heads: dict[Key, Any]
    """Of every chain its last line: the one that bills, if any does."""
    lines: dict[int, list[Wanted]] = field(default_factory=dict)
    """Person -> every line as it has to be; worked out here for whom it is not given."""

    def __post_init__(self) -> None:
        out = out_of(self.heads)
        for pk, work in self.works.items():
            if pk not in self.lines:
                self.lines[pk] = wanted_of(work, self.terms, out.get(pk, {}))

    @cached_property
    def by_key(self) -> dict[Key, Wanted]:
        return {one.key: one for each in self.lines.values() for one in each}

    @cached_property
    def visits(self) -> dict[VisitKey, SignedVisit]:
        return {one.key: one for work in self.works.values() for one in work.visits}

    @cached_property
    def out_by_day(self) -> dict[Day, int]:
        return out_by_day(self.heads.values())

    @cached_property
    def _unread(self) -> set[int]:
        return {pk for pk, each in self.lines.items() if any(problem("unreadable") in one.problems for one in each)}

    @cached_property
    def _prices(self) -> dict[VisitKey, Decimal]:
        """What is asked for a visit, of everybody together."""
        found: dict[VisitKey, Decimal] = defaultdict(lambda: ZERO)
        for one in self.by_key.values():
            found[one.visit.key] += one.net or ZERO
        return found

    @cached_property
    def _claims_as_sent(self) -> dict[int, Claim]:
        return claims_as_sent(one for one in self.heads.values() if is_out(one))

    def is_unread(self, person_id: int) -> bool:
        """A chart that cannot be read says nothing against a bill that is out."""
        return person_id in self._unread

    # --- a line that is not sent yet ----------------------------------------------------------------------------
    def against(self, one: Wanted) -> list[Problem]:
        """What stands against a line that is to be."""
        head = self.heads.get(one.key)
        day = one.visit.entry.person_id, one.visit.discipline, one.visit.on
        return [*one.problems, *twice(self.out_by_day, day, head, one.for_patient), *self._too_much(one)]

    def _too_much(self, one: Wanted) -> list[Problem]:
        """No more than its price is asked for a visit: the share of the other that is out has to be corrected first."""
        other = self.heads.get((*one.visit.key, not one.for_patient))
        if other is None or not is_out(other) or one.net is None or other.net + one.net <= self._prices[one.visit.key]:
            return []
        invoice = other.invoiced.invoice.number
        code = "insurer_asked" if one.for_patient else "patient_asked"
        return [problem(code, f"{other.get_payer_display()}, {other.total} ({invoice})", other.pk)]

    # --- a line that is not to be seen as it was -----------------------------------------------------------------
    def since(self, head: Any) -> list[Problem]:
        """What has become otherwise since a line was billed, or credited; nothing for one that waits to be sent."""
        if head.state == State.CREDITED:
            one = self.by_key.get((head.visit, head.row, head.for_patient))
            return [] if one is None or one.net is None else [problem("not_billed")]
        if not is_out(head) or self.is_unread(head.person_id):
            return []
        code = self._changed(head)
        return [problem(code)] if code else []

    def _changed(self, head: Any) -> str:
        visit = self.visits.get((head.visit, head.row))
        if visit is None:
            return "gone_after"
        if (visit.discipline, visit.on, visit.minutes) != (head.discipline, head.service_date, head.minutes):
            return "note_after"
        return self._of_patient(head) if head.for_patient else self._of_insurer(head)

    def _of_insurer(self, head: Any) -> str:
        one = self.by_key.get((head.visit, head.row, False))
        claim = one.claim if one else self._claim_now(head)
        sent = self._claims_as_sent.get(head.pk)
        if claim is None or sent is None or claim.payer != head.payer:
            return "payer_after"
        if claim.accident_on != sent.accident_on:
            return "accident_after"
        if one is None or not _asks_same(one, head):
            return "terms_after"
        if claim.number != sent.number:
            return "number_after"
        return "stands" if problem("stands") in one.problems else ""

    def _claim_now(self, head: Any) -> Claim | None:
        return self.works[head.person_id].claim_on(head.service_date)

    def _of_patient(self, head: Any) -> str:
        visit = head.visit, head.row
        one, insurers = self.by_key.get((*visit, True)), self.heads.get((*visit, False))
        if one is not None and _asks_same(one, head):
            return ""
        if insurers is not None and is_out(insurers):
            # The share that is left by an insurer's line: whatever became of that, this one goes with it.
            found = self._of_insurer(insurers)
            return found if found not in ("", "stands", "number_after") else "terms_after"
        if (*visit, False) in self.by_key:
            return "insurer_after"
        if insurers is not None and insurers.state == State.CREDITED:
            claim = self._claim_now(head)
            return "cover_after" if claim is not None and claim.payer in INSURERS else "payer_after"
        is_known = one is not None and one.net is not None and one.item == head.item
        return "terms_after" if is_known else "cover_after"

    # --- once the book is open ----------------------------------------------------------------------------------
    def look_again(self) -> "Wants":
        """The same where nothing is new by now; else worked out anew for whoever has something new."""
        newest, heads = newest_of(self.works), heads_of(self.works)
        before, now = _states(self.heads), _states(heads)
        old = {pk for pk, work in self.works.items() if newest[pk] != work.newest or before.get(pk) != now.get(pk)}
        if not old:
            return self
        works = self.works | work_of([self.works[pk].chart.person for pk in old])
        return Wants(self.terms, works, heads, {pk: each for pk, each in self.lines.items() if pk not in old})


def wants_of(people: Sequence[Person], terms: Terms) -> Wants:
    works = work_of(people)
    return Wants(terms, works, heads_of(works))


def _states(heads: Mapping[Key, Any]) -> dict[int, set[tuple[int, str]]]:
    """Person -> where each line stands."""
    found: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for one in heads.values():
        found[one.person_id].add((one.pk, one.state))
    return found


def _asks_same(one: Wanted, head: Any) -> bool:
    return (one.payer, one.item, one.route, one.net, one.gst) == (head.payer, head.item, head.route, head.net, head.gst)
