"""What next."""

from __future__ import annotations

from typing import Any

from concordant.diagnosis.next_test.suggestion import Suggestion


def next_test(one: Suggestion) -> dict[str, Any]:
    """One next step."""
    return {
        "fact": one.fact,
        "why": one.why,
        "bits": round(one.bits, 4),
        "headache": one.headache,
        "kind": one.kind.value,
        "how": one.how,
        "minutes": None if one.minutes is None else float(one.minutes),
        "settles": list(one.settles),
        "verdict_share": round(one.verdict_share, 3),
        "if_positive": None if one.if_positive is None else round(one.if_positive, 4),
        "if_negative": None if one.if_negative is None else round(one.if_negative, 4),
        "range_if_positive": _range(one.range_if_positive),
        "range_if_negative": _range(one.range_if_negative),
        "conditions": [condition.says for condition in one.conditions],
    }


def _range(found: tuple[float, float] | None) -> list[float] | None:
    return None if found is None else [round(found[0], 4), round(found[1], 4)]
