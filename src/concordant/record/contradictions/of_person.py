"""What cannot be true of a person, whatever their headache."""

from __future__ import annotations

from datetime import date, timedelta

from concordant.facts.diary.counts import any_headache_days_per_30d, headache_days_per_30d, headache_days_per_year
from concordant.facts.fact import Scope
from concordant.facts.history.other_causes import dissection_diagnosed, dissection_stable_date
from concordant.facts.history.pattern import age_at_headache_onset, headache_onset_date
from concordant.facts.history.person import (
    age_years,
    birth_date,
    neck_disorder_onset_date,
    preexisting_headache,
    sex,
)
from concordant.facts.plan.episode import discharge_date, episode_start_date
from concordant.facts.safety.history import pregnant_or_postpartum
from concordant.record.contradictions.impossible import About, Found, Impossible, together


def _before_every_cause(about: About) -> Found:
    """The headache is older than the neck disorder and than every injury, yet none is said to have been before."""
    said, onset, neck = map(about.entry, (preexisting_headache, headache_onset_date, neck_disorder_onset_date))
    if said is None or onset is None or neck is None or said.value is not False:
        return
    causes = (neck, *about.injured())
    if isinstance(onset.value, date):
        began = onset.value + timedelta(days=about.slack())
        if all(isinstance(cause.value, date) and began < cause.value for cause in causes):
            yield (said, onset, *causes)


OF_PERSON = (
    together(
        "pregnant_and_male",
        "Recorded sex and pregnancy do not go together",
        sex,
        pregnant_or_postpartum,
        when=lambda recorded, pregnant: recorded == "male" and pregnant in ("pregnant", "postpartum_6_weeks"),
    ),
    together(
        "dissection_stable_but_never_diagnosed",
        "A dissection that was never diagnosed cannot have become stable",
        dissection_diagnosed,
        dissection_stable_date,
        when=lambda diagnosed, stable: diagnosed is False,
    ),
    together(
        "discharged_before_care_began",
        "Care cannot end before it began",
        episode_start_date,
        discharge_date,
        when=lambda started, ended: ended < started,
    ),
    together(
        "older_at_onset_than_now",
        "The headache cannot have begun at an age that the person has not reached",
        age_at_headache_onset,
        age_years,
        when=lambda then, now: then > now,
    ),
    together(
        "more_days_with_one_headache_than_with_any",
        "There cannot be more days with one headache than with any headache",
        headache_days_per_30d,
        any_headache_days_per_30d,
        when=lambda this, any_kind: this > any_kind,
        same_day=True,
    ),
    together(
        "more_days_in_a_month_than_in_the_year",
        "There cannot be more days with this headache in one month than in the whole year",
        headache_days_per_30d,
        headache_days_per_year,
        when=lambda month, year: month > year,
        same_day=True,
    ),
    Impossible(
        "never_headache_before_yet_older",
        "A headache that began before every known cause was there before",
        (preexisting_headache, headache_onset_date, neck_disorder_onset_date),
        _before_every_cause,
        unknown=(preexisting_headache, headache_onset_date, neck_disorder_onset_date),
        scope=Scope.HEADACHE,
    ),
    together(
        "born_after_care_began",
        "Care cannot begin before birth",
        birth_date,
        episode_start_date,
        when=lambda born, started: started < born,
    ),
)
