"""What somebody should look at although it changes nothing in what is paid."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.coverage.judged import Judged, Sitting
from concordant.coverage.ledger import Ledger
from concordant.coverage.visit_cover import Entitlement
from concordant.payers import CLAIMED, LEAST_MASSAGE, rules, strict_end

STRICT = "R06: a stricter count of the 12 weeks ends on {day}"
SHORT = "R43: {minutes} minutes of massage; two clinics say that ICBC wants at least {least}"
TWO_KINDS = "W01: another kind of treatment is approved or given at the same time; the payer has to approve both"


def warnings_of(judged: Judged, ledger: Ledger) -> tuple[str, ...]:
    """Each begins with the id of its rule."""
    return tuple(_warnings(judged, ledger))


def _warnings(judged: Judged, ledger: Ledger) -> Iterator[str]:
    sitting = judged.sitting
    if judged.entitlement is Entitlement.PREAUTHORISED and ledger.accident is not None:
        strict = strict_end(ledger.accident)
        if sitting.date >= strict:
            yield STRICT.format(day=strict)
    if _is_short(sitting, ledger):
        yield SHORT.format(minutes=sitting.minutes, least=LEAST_MASSAGE)
    if ledger.payer == "worksafebc" and sitting.held and _two_kinds(judged, ledger):
        yield TWO_KINDS


def _is_short(sitting: Sitting, ledger: Ledger) -> bool:
    told = sitting.held and sitting.minutes is not None and sitting.minutes < LEAST_MASSAGE
    return told and ledger.payer == "icbc" and sitting.discipline == "rmt" and rules()["R43"].holds_on(sitting.date)


def _two_kinds(judged: Judged, ledger: Ledger) -> bool:
    day, own = judged.sitting.date, judged.sitting.discipline
    same_day = any(one.date == day and one.discipline != own and one.held for one in ledger.sittings)
    return same_day or any(plan.holds(day) for other in CLAIMED if other != own for plan in ledger.plans(other))
