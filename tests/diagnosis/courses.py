"""Courses of treatment for tests: a diary of so many days in each window, and a flexion-rotation test at each visit."""

from datetime import date, timedelta
from typing import Any

from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything
from tests.record.diaries import days

FIRST_RETEST = FIRST_VISIT + timedelta(days=29)
"""The first day before which a whole window of 28 days lies after the first treatment."""


def spread(count: int) -> str:
    """So many headache days in 28, as evenly as can be, so that they do not cluster."""
    return "".join("+" if (day * count) // 28 != ((day + 1) * count) // 28 else "-" for day in range(28))


def turned(degrees: int | None) -> list[dict[str, Any]]:
    """The flexion-rotation test, done alike each time, so that two of them can be compared."""
    how = {"instrument": "cervical_rom_device", "rater": "R1", "headache_phase": "none"}
    return [{"fact": "frt_rotation_deg", "side": "right", "value": degrees, **how}]


def retest(day: date, degrees: int | None, confounders: Any = ()) -> dict[str, Any]:
    findings = [] if degrees is None else turned(degrees)
    facts: dict[str, Any] = {"new_red_flag_sign": False}
    if confounders is not NOT_ASKED:
        facts |= {"change_confounders": list(confounders)}
    return {"date": day.isoformat(), "facts": facts, "findings": findings}


def course(
    headache_days: tuple[int, ...],
    degrees: tuple[int | None, ...],
    confounders: dict[int, Any] | None = None,
    **facts: Any,
) -> dict[str, Any]:
    """Baseline first, then one entry for each retest, 28 days apart; ``confounders`` by number of the retest."""
    case = asked_everything(crom_reduced=NOT_ASKED, **facts)
    case["visits"][0]["findings"] = turned(degrees[0])
    case["treatments"] = [{"date": FIRST_VISIT.isoformat(), "discipline": "physiotherapist"}]
    said = confounders or {}
    for number, found in enumerate(degrees[1:], 1):
        case["visits"].append(retest(day_of(number), found, said.get(number, ())))
    windows = [spread(count) for count in headache_days]
    case["diary"] = days(windows[0] + "-" + "".join(windows[1:]), day_of(len(windows) - 1) - timedelta(days=1))
    return case


def day_of(number: int) -> date:
    """The day of the retest, counted from 1."""
    return FIRST_RETEST + timedelta(days=28 * (number - 1))
