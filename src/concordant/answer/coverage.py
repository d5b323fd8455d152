"""Coverage as the key of the answer. What is null is not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from concordant.coverage import Budget, Coverage, Due, VisitCover
from concordant.payers.money import written

ALWAYS = ("physiotherapist", "rmt")
"""Told of also where they have not seen the person."""


def coverage(found: Coverage) -> dict[str, Any]:
    """The key ``coverage``: what each discipline has left, every visit with its rules, and what is due."""
    return {
        "payer": found.payer,
        "rule_set": found.rule_set.value if found.rule_set is not None else None,
        "disciplines": {
            name: {**_budget(budget), "light": found.light(name).value}
            for name, budget in found.disciplines.items()
            if name in ALWAYS or budget.used_here or budget.used_elsewhere or budget.plan is not None
        },
        "visits": [_visit(one) for one in found.visits],
        "due": [_due(one) for one in found.due],
        "missing": list(found.missing),
        "problems": list(found.problems),
    }


def _budget(one: Budget) -> dict[str, Any]:
    elsewhere = one.used_elsewhere
    return {
        "used": None if elsewhere is None else one.used_here + elsewhere,
        "left": one.left,
        "until": _day(one.until),
        "used_here": one.used_here,
        "used_elsewhere": elsewhere,
        "left_at_most": one.left_at_most,
        "limit": one.limit,
        "window_end": _day(one.window_end),
        "strict_end": _day(one.strict_end),
    }


def _visit(one: VisitCover) -> dict[str, Any]:
    return {
        "date": one.date.isoformat(),
        "discipline": one.discipline,
        "fee": _money(one.fee),
        "payable": one.payable,
        "because": list(one.because),
        "status": one.status,
        "entitlement": one.entitlement.value,
        "item": one.item.value if one.item is not None else None,
        "fee_note": one.fee_why,
        "payer_share": _money(one.payer_share),
        "patient_share": _money(one.patient_share),
        "to_collect": _money(one.to_collect),
        "gst": one.gst,
        "route": one.route.value if one.route is not None else None,
        "missing": list(one.missing),
        "warnings": list(one.warnings),
        "invoice_by": _day(one.invoice.last if one.invoice is not None else None),
    }


def _due(one: Due) -> dict[str, Any]:
    return {
        "what": one.what,
        "by": _day(one.by),
        "because": list(one.because),
        "discipline": one.discipline,
        "lacks": list(one.lacks),
    }


def _money(value: Decimal | None) -> str | None:
    return None if value is None else written(value)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
