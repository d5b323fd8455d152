"""In which order the visits of a person use up what their payer covers: what is billed already counts first.

A note that is signed late is judged after the visits that were sent, whatever its day: the insurer has them already,
and their count and their first visit are gone (icbc_rules R07, R21 and the preauthorised counts).
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from clinic.claims.visits import SignedVisit, VisitKey
from concordant.coverage import ClinicTerms, VisitCover
from concordant.coverage.by_the_year import ledger_of
from concordant.coverage.judged import Judged, Sitting
from concordant.coverage.pricing import covered
from concordant.payers import TREATS
from concordant.record.record import Record

_BILLED, _TO_BILL, _BESIDE = range(3)


def covers_of(
    record: Record, terms: ClinicTerms, visits: Sequence[SignedVisit], billed: Collection[VisitKey]
) -> dict[VisitKey, VisitCover]:
    """Visit -> what its payer covers of it; a visit that the record does not know yet is left out.

    ``billed``: the visits of which a line is out. What came in with a case file was billed elsewhere, and counts first
    too, but for what came in of a day on which the same discipline was signed here: that is judged last.
    """
    ledger = ledger_of(record)
    owners = _owners(ledger.sittings, visits)
    signed = {(TREATS[one.discipline], one.on) for one in visits}

    def turn(place: int) -> int:
        owner, sitting = owners.get(place), ledger.sittings[place]
        if owner is not None:
            return _BILLED if owner in billed else _TO_BILL
        return _BESIDE if sitting.held and (sitting.discipline, sitting.date) in signed else _BILLED

    judged: list[Judged] = []
    found: dict[VisitKey, VisitCover] = {}
    for place in sorted(range(len(ledger.sittings)), key=turn):
        judged.append(ledger.judge(ledger.sittings[place], judged))
        if place in owners:
            found[owners[place]] = covered(judged[-1], ledger, terms)
    return found


def seen_elsewhere(record: Record, visits: Sequence[SignedVisit]) -> set[tuple[str, date]]:
    """Discipline, as treatments name it, and day of what came in with a case file."""
    sittings = ledger_of(record).sittings
    owners = _owners(sittings, visits)
    return {(one.discipline, one.date) for place, one in enumerate(sittings) if one.held and place not in owners}


def _owners(sittings: Sequence[Sitting], visits: Sequence[SignedVisit]) -> dict[int, VisitKey]:
    """Place of a sitting -> whose it is: of the same day, discipline and, where several are, length."""
    free: dict[tuple[str, date], list[int]] = defaultdict(list)
    for place, one in enumerate(sittings):
        if one.held:
            free[one.discipline, one.date].append(place)
    owners: dict[int, VisitKey] = {}
    for is_exact in (True, False):
        for visit in visits:
            places = free[TREATS[visit.discipline], visit.on]
            fits = [one for one in places if not is_exact or sittings[one].minutes == visit.minutes]
            if fits and visit.key not in owners.values():
                owners[fits[0]] = visit.key
                places.remove(fits[0])
    return owners
