"""People at a retest: the second criterion, improvement in parallel, is open, held or refuted."""

from __future__ import annotations

from datetime import date, timedelta

from concordant.simulate.diary.course import Course, at_once, quick, steady
from concordant.simulate.diary.keeper import FROM_MEMORY, PATCHY, Keeper
from concordant.simulate.stages.neck_story import diary, insidious, retest_day
from concordant.simulate.stages.someone import Someone
from concordant.simulate.story.care import retested, treated, workday
from concordant.simulate.story.draft import PHYSIOTHERAPIST, THE_PERSON, Draft

OFTEN_DAYS_PER_28 = 23
"""Often enough before care that one window of 28 days can show a fall beyond chance. Demo assumption."""


def _retests(
    draft: Draft,
    weeks: tuple[int, ...],
    course: Course,
    *,
    neck_better: bool = True,
    confounders: tuple[str, ...] = (),
    days_since: int = 2,
    **payer: str,
) -> date:
    """A headache that crept up, treated, and retested in these weeks. The last one was ``days_since`` ago."""
    start = draft.workday_ago((retest_day(draft.today, weeks[-1]) - draft.today).days + days_since)
    neck = insidious(draft, start, 3, **payer)
    diary(draft, start, course, neck_eases=neck_better)
    treated(draft, start, weeks=min(12, weeks[-1]))
    for week in weeks:
        now = neck.better(draft.rng) if neck_better else neck.same(draft.rng)
        retested(
            draft, retest_day(start, week), now, "A", confounders=confounders, better=course.rate(28) < course.rate(-1)
        )
    return start


def _week_4(draft: Draft) -> None:
    _retests(draft, (4,), quick(OFTEN_DAYS_PER_28))


def _week_8(draft: Draft) -> None:
    _retests(draft, (4, 8), quick(OFTEN_DAYS_PER_28), kind="extended")


def _week_12(draft: Draft) -> None:
    _retests(draft, (4, 8, 12), quick(OFTEN_DAYS_PER_28))


def _neck_only(draft: Draft) -> None:
    _retests(draft, (4, 8, 12, 16), steady(18))


def _headache_only(draft: Draft) -> None:
    _retests(draft, (4, 8), quick(OFTEN_DAYS_PER_28), neck_better=False)


def _new_preventive(draft: Draft) -> None:
    _retests(draft, (4, 8), quick(OFTEN_DAYS_PER_28), confounders=("new_preventive_drug",))


def _halved_by_chance(draft: Draft) -> None:
    # 12 to 6 days of 28: halved, but chance is not excluded (diagnosis 3.7, T22).
    _retests(draft, (4,), at_once(12, 0.5))


def _no_change(draft: Draft) -> None:
    _retests(draft, (4,), steady(16), neck_better=False)


def _kept_by(draft: Draft, keeper: Keeper) -> None:
    start = _retests(draft, (4,), quick(OFTEN_DAYS_PER_28))
    diary(draft, start, quick(OFTEN_DAYS_PER_28), keeper=keeper)


def _missing_days(draft: Draft) -> None:
    _kept_by(draft, PATCHY)


def _from_memory(draft: Draft) -> None:
    _kept_by(draft, FROM_MEMORY)


def _discharged(draft: Draft) -> None:
    start = _retests(draft, (4, 8, 12), quick(OFTEN_DAYS_PER_28), days_since=20)
    day = retest_day(start, 12)
    diary(draft, start, quick(OFTEN_DAYS_PER_28), last=day - timedelta(days=1))
    planned = {"exercise_independent": True, "relapse_plan_written": True, "discharge_date": str(day)}
    draft.say(day, PHYSIOTHERAPIST, planned)
    draft.say(day, THE_PERSON, {"goal_met": True})
    draft.score(day, acceptable_state=True)
    draft.treat(day, "physiotherapist", "self_management_plan")


def _three_years(draft: Draft) -> None:
    start = draft.workday_ago(3 * 365)
    neck = insidious(draft, start)
    diary(draft, start, quick(OFTEN_DAYS_PER_28))
    treated(draft, start, weeks=12)
    for number in range(1, 10):
        day = start + (draft.today - start) * number // 9
        retested(draft, workday(min(day, draft.ago(4))), neck.better(draft.rng), "A")


PEOPLE = (
    Someone(
        "1019", "Eleanor", "Vickery-Ng", "female", 39, "week-4 retest: improved, not yet held, provisional", _week_4
    ),
    Someone("1020", "Mateus", "Conceição", "male", 42, "week-4 retest: improved, not yet held, provisional", _week_4),
    Someone("1021", "Zoë", "Penhallow", "female", 35, "week-8 retest: improvement held, definite", _week_8),
    Someone("1022", "Jarosław", "Wiśniewski", "male", 44, "week-8 retest: improvement held, definite", _week_8),
    Someone("1023", "Tamsin", "Hargreave", "female", 30, "week-12 retest: improvement held, definite", _week_12),
    Someone("1024", "Giuseppe", "Bellantoni", "male", 46, "neck better, headache not", _neck_only),
    Someone("1025", "Freya", "Kristjánsdóttir", "female", 33, "headache better without the neck", _headache_only),
    Someone(
        "1026", "Arjun", "Mehrotra", "male", 38, "both better, but a new preventive drug was begun", _new_preventive
    ),
    Someone("1027", "Hélène", "Beaulieu", "female", 41, "headache days halved, chance not excluded", _halved_by_chance),
    Someone("1028", "Kwame", "Asante", "male", 28, "week-4 retest: no change", _no_change),
    Someone("1029", "Ánh Tuyết", "Nguyễn", "female", 37, "many missing days in the diary", _missing_days),
    Someone("1030", "Callum", "D'Arcy", "male", 26, "half of the diary written from memory", _from_memory),
    Someone("1031", "Margit", "Szőke", "female", 45, "discharged to self-management", _discharged),
    Someone("1032", "Winston", "Baptiste", "male", 43, "discharged to self-management", _discharged),
    Someone("1033", "Aroha", "Whitcombe", "female", 47, "three years of diary and ten visits", _three_years),
)
