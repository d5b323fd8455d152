"""What cannot be true of one headache."""

from __future__ import annotations

from datetime import date, timedelta

from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Said
from concordant.facts.diary.counts import headache_days_per_30d, headache_resolved, headache_resolved_date
from concordant.facts.diary.day import aura_today, headache_side_today, headache_today
from concordant.facts.history.aura import aura_attack_count, aura_symptom_types
from concordant.facts.history.autonomic import indomethacin_max_daily_mg, indomethacin_response
from concordant.facts.history.pattern import (
    attack_count_lifetime,
    attack_duration_minutes,
    headache_continuous,
    headache_present,
    laterality,
    onset_to_continuous_hours,
)
from concordant.facts.values import NEVER, Span, Value
from concordant.record.contradictions.contradiction import Entry
from concordant.record.contradictions.impossible import About, Found, Impossible, together
from concordant.record.diary import MONTH

DAY_MINUTES = 24 * 60
YEAR = 365
"""Days of "within the last 12 months" in the declaration of headache_present."""
OTHER_SIDE = {"left_always": ("right", "both", "changed"), "right_always": ("left", "both", "changed")}


def _on_a_day(day: date, *, answer: bool) -> Entry:
    return Entry(term_of(headache_today), answer, Said(day, "the diary"))


def _gone(about: About) -> Entry | None:
    said = about.entry(headache_resolved)
    return said if said is not None and said.value is True else None


def _gone_since(about: About) -> date | None:
    """The last day with it, as far as it is said."""
    last = about.entry(headache_resolved_date)
    return last.value if last is not None and isinstance(last.value, date) else None


def _resolved_yet_in_the_diary(about: About) -> Found:
    """A headache day after the last one there was; without such a day, a headache on the newest day answered."""
    gone, last = _gone(about), about.entry(headache_resolved_date)
    days = about.headache_days()
    if not days or (gone is None and last is None):
        return
    until = _gone_since(about)
    if until is not None:
        after = min((day for day, had in days.items() if had and day > until), default=None)
    else:
        newest = max(days)
        after = newest if days[newest] else None
    if after is not None:
        yield (*(entry for entry in (gone, last) if entry is not None), _on_a_day(after, answer=True))


def _resolved_yet_continuous(about: About) -> Found:
    """Said to be continuous on a day on which it had gone already. Continuous first and gone later is a cure."""
    gone, continuous = _gone(about), about.entry(headache_continuous)
    if gone is None or continuous is None or continuous.value is not True:
        return
    until = _gone_since(about) or gone.said.on
    since = continuous.said.on
    same = since == gone.said.on and _gone_since(about) is None
    if same or (until is not None and since is not None and since > until):
        yield gone, continuous


def _resolved_yet_counted(about: About) -> Found:
    """Headache days in a month that lies wholly after the last day with it."""
    until, counted = _gone_since(about), about.entry(headache_days_per_30d)
    gone = about.entry(headache_resolved_date)
    if until is None or gone is None or counted is None or counted.said.on is None:
        return
    if _low(counted.value) > 0 and counted.said.on - timedelta(days=MONTH) >= until:
        yield gone, counted


def _low(value: Value) -> float:
    return value.low if isinstance(value, Span) else value if isinstance(value, int | float) else 0


def _continuous_with_free_days(about: About) -> Found:
    """A free day on or after the day from which it is said to be continuous."""
    said = about.entry(headache_continuous)
    if said is None or said.value is not True:
        return
    since = said.said.on or date.min
    free = min((day for day, had in about.headache_days().items() if not had and day >= since), default=None)
    if free is not None:
        yield said, _on_a_day(free, answer=False)


def _fewer_attacks_than_in_the_diary(about: About) -> Found:
    """Runs of headache days with a free day between them are at least so many attacks.

    Only those up to the day on which it was said: what comes later makes the answer old, not wrong.
    """
    said = about.entry(attack_count_lifetime)
    if said is None or not isinstance(said.value, int) or said.said.on is None:
        return
    days = about.headache_days()
    runs, before = [], False
    for day in sorted(day for day in days if day <= said.said.on):
        if days[day] and not before:
            runs.append(day)
        before = days[day]
    if len(runs) > said.value:
        yield said, _on_a_day(runs[said.value], answer=True)


def _always_one_side_yet_the_other(about: About) -> Found:
    said = about.entry(laterality)
    if said is None or said.value not in OTHER_SIDE:
        return
    other = OTHER_SIDE[str(said.value)]
    against = next(iter(about.diary_entries(headache_side_today, other)), None)
    if against is not None:
        yield said, against


def _no_aura_yet_in_the_diary(about: About) -> Found:
    said = about.entry(aura_attack_count)
    if said is None or said.value != 0:
        return
    seen = next(iter(about.diary_entries(aura_today, (True,))), None)
    if seen is not None:
        yield said, seen


def _absent_yet_in_the_diary(about: About) -> Found:
    """Said not to be there now nor within 12 months, though the diary has it within that time."""
    said = about.entry(headache_present)
    if said is None or said.value is not False:
        return
    since = (said.said.on or about.as_of) - timedelta(days=YEAR)
    seen = min((day for day, had in about.headache_days().items() if had and day > since), default=None)
    if seen is not None:
        yield said, _on_a_day(seen, answer=True)


_RESOLVED = (headache_resolved, headache_resolved_date)

OF_HEADACHE = (
    Impossible(
        "resolved_yet_in_the_diary",
        "A headache that has gone has no days in the diary after its last day",
        (headache_resolved,),
        _resolved_yet_in_the_diary,
        unknown=_RESOLVED,
        scope=headache_resolved.scope,
    ),
    Impossible(
        "resolved_yet_continuous",
        "A headache that has gone is not continuous",
        (headache_resolved, headache_continuous),
        _resolved_yet_continuous,
        unknown=(headache_resolved, headache_resolved_date, headache_continuous),
        scope=headache_resolved.scope,
    ),
    Impossible(
        "resolved_yet_counted",
        "A headache that has gone has no days in the month after its last day",
        (headache_resolved_date, headache_days_per_30d),
        _resolved_yet_counted,
        unknown=(headache_resolved, headache_resolved_date, headache_days_per_30d),
        scope=headache_resolved.scope,
    ),
    together(
        "last_day_of_a_headache_that_has_not_gone",
        "A headache that has not gone has no last day",
        headache_resolved,
        headache_resolved_date,
        when=lambda gone, last: gone is False,
        same_day=True,
    ),
    together(
        "continuous_yet_in_attacks",
        "A headache without a gap has no attacks shorter than a day",
        headache_continuous,
        attack_duration_minutes,
        when=lambda continuous, minutes: continuous and minutes.high < DAY_MINUTES,
        same_day=True,
    ),
    together(
        "continuous_yet_never_became_so",
        "A headache that never became continuous is not continuous",
        headache_continuous,
        onset_to_continuous_hours,
        when=lambda continuous, hours: continuous and hours is NEVER,
        same_day=True,
    ),
    Impossible(
        "continuous_with_free_days",
        "A headache without a gap has no free days",
        (headache_continuous,),
        _continuous_with_free_days,
        unknown=(headache_continuous,),
        scope=headache_continuous.scope,
    ),
    Impossible(
        "fewer_attacks_than_in_the_diary",
        "There were at least as many attacks as the diary shows apart from each other",
        (attack_count_lifetime,),
        _fewer_attacks_than_in_the_diary,
        unknown=(attack_count_lifetime,),
        scope=attack_count_lifetime.scope,
    ),
    Impossible(
        "always_one_side_yet_the_other",
        "A headache that is always on one side is never on the other",
        (laterality,),
        _always_one_side_yet_the_other,
        unknown=(laterality,),
        scope=laterality.scope,
    ),
    together(
        "no_aura_yet_its_symptoms",
        "Without any attack with aura there are no aura symptoms",
        aura_attack_count,
        aura_symptom_types,
        when=lambda attacks, types: attacks == 0 and bool(types),
    ),
    Impossible(
        "no_aura_yet_in_the_diary",
        "Without any attack with aura there is no aura in the diary",
        (aura_attack_count,),
        _no_aura_yet_in_the_diary,
        unknown=(aura_attack_count,),
        scope=aura_attack_count.scope,
    ),
    together(
        "indomethacin_dose_without_trial",
        "A drug that was never tried has no dose",
        indomethacin_response,
        indomethacin_max_daily_mg,
        when=lambda response, dose: response == "not_tried" and dose > 0,
    ),
    Impossible(
        "absent_yet_in_the_diary",
        "A headache that was not there in the last 12 months has no days in their diary",
        (headache_present,),
        _absent_yet_in_the_diary,
        unknown=(headache_present,),
        scope=headache_present.scope,
    ),
)
