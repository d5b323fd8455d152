"""How one person responds: a row for every measure of the newest retest, and the decision that follows."""

from __future__ import annotations

from typing import Any

from concordant.answer.safety import written
from concordant.answer.trace import word
from concordant.progress import NO_CAUSE, Progress, Row
from concordant.progress.assess import DecisionReading
from concordant.progress.headache_days import HeadacheDays, Window
from concordant.progress.rows import NOT_JUDGED, UNKNOWN
from concordant.record.derive.asking_to_act import AskedToAct


def row(one: Row) -> dict[str, Any]:
    """One measure."""
    told: dict[str, Any] = {
        "measure": one.measure,
        "name": one.name,
        "side": one.side,
        "segment": one.segment,
        "unit": one.unit,
        "baseline": one.baseline,
        "baseline_on": one.baseline_on.isoformat() if one.baseline_on else None,
        "latest": one.latest,
        "latest_on": one.latest_on.isoformat() if one.latest_on else None,
        "change": one.change,
        # The file has five words; that nothing tells a change of it is the finer one.
        "verdict": UNKNOWN if one.verdict == NOT_JUDGED else one.verdict,
        "detail": one.detail,
        "threshold": one.threshold,
        "source": one.source,
        "note": one.note,
    }
    return told | ({"days": _days(one.days)} if one.days else {})


def _days(found: HeadacheDays) -> dict[str, Any]:
    return {
        "baseline": _window(found.baseline),
        "latest": _window(found.latest),
        "pooled": found.pooled,
        "percent": round(found.percent, 6),
        "rate_ratio": round(found.ratio, 6),
        # JSON has no infinity; None says that the interval is open.
        "rate_ratio_low": round(found.ratio_low, 6),
        "rate_ratio_high": round(found.ratio_high, 6) if found.ratio_high != float("inf") else None,
        "p_better": round(found.better, 6),
        "p_important": round(found.important, 6),
        "p_30": round(found.by_30_percent, 6),
        "p_50": round(found.by_50_percent, 6),
        "design_effect": round(found.effect, 6),
        "robust": found.robust,
    }


def _window(one: Window) -> dict[str, Any]:
    return {
        "from": one.count.first.isoformat(),
        "to": one.count.last.isoformat(),
        "status": one.status,
        "headache_days": one.count.positive,
        "answered_days": one.count.observed,
        "days": one.count.days,
        "per_28": round(one.per_28.scaled, 6),
        "per_28_low": round(one.per_28.low, 6),
        "per_28_high": round(one.per_28.high, 6),
    }


def decision(found: Progress, retest: str | None) -> dict[str, Any]:
    """What to do next, on what it rests, and what else was read. ``retest``: its day."""
    return {
        "action": found.action.value,
        "retest": retest,
        "status": found.status.value if found.status else None,
        "one_measure": found.one_measure,
        "says": [one.decision.says for one in found.decisions],
        "because": list(found.because),
        "missing": list(found.missing),
        "decisions": [_decision(one) for one in found.decisions],
        "triggers": [
            {
                "id": one.trigger.id,
                "name": one.trigger.name,
                "truth": word(one.truth),
                "action": one.trigger.action.value,
                "says": one.trigger.says,
                "source": one.trigger.source,
            }
            for one in found.triggers
        ],
        "stop_rules": [
            {"id": one.rule.id, "says": one.rule.says, "truth": word(one.truth)} for one in found.stop_rules
        ],
        "discharge": {
            "possible": word(found.discharge.truth),
            "lacking": [
                {"letter": one.letter, "says": one.says, "truth": word(one.truth), "missing": list(one.missing)}
                for one in found.lacking
            ],
        },
        "drivers": [
            {"id": one.id, "says": one.says, "known": one.known, "facts": list(one.facts)} for one in found.drivers
        ],
        "drivers_note": NO_CAUSE,
        "questionnaire_flags": [_asked_to_act(one) for one in found.asked_to_act],
        "facts": {name: written(name, value) for name, value in found.facts.items()},
    }


def _asked_to_act(one: AskedToAct) -> dict[str, Any]:
    return {
        "id": one.flag.key,
        "measure": one.questionnaire,
        "name": one.name,
        "date": one.on.isoformat(),
        "says": one.flag.says,
        "do": one.flag.do,
        "source": one.flag.source,
    }


def _decision(one: DecisionReading) -> dict[str, Any]:
    at = one.decision.at
    return {
        "id": one.decision.id,
        "action": one.decision.action.value,
        "says": one.decision.says,
        "at": at.value if at else None,
        "source": one.decision.source,
    }
