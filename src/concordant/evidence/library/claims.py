"""The four figures that the clinic's article quotes, and what stands behind each: every number is computed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from concordant.evidence.library.certainty import Rated, rated
from concordant.evidence.library.needed import Needed, needed_for
from concordant.evidence.library.pooled_row import PooledRow
from concordant.evidence.library.query import pooled_by_id, trials
from concordant.evidence.library.recompute import (
    EXERCISE_12_MONTHS,
    SHAM_FREQUENCY,
    Answer,
    Consistency,
    Figure,
    Recomputed,
    printed,
    recompute,
    sham_frequency_check,
)
from concordant.evidence.library.risk_of_bias import RiskOfBias, risk_of_bias_of
from concordant.evidence.library.trial_row import TrialRow
from concordant.evidence.refused import Refused
from concordant.language import said

NOTHING_FREQUENCY = "demont2023-nothing-frequency"
NOTHING_INTENSITY = "demont2023-nothing-intensity"
LOW_RISK_OF_BIAS = "bini2022-sham-low-risk-of-bias-short"
CLAIMS = (SHAM_FREQUENCY, NOTHING_FREQUENCY, NOTHING_INTENSITY, EXERCISE_12_MONTHS)
"""In the order of the article."""

_TRIALS_OF = {
    SHAM_FREQUENCY: ("haas2018",),
    NOTHING_FREQUENCY: ("jull2002",),
    NOTHING_INTENSITY: (),
    EXERCISE_12_MONTHS: ("jull2002",),
}
"""Trials that have the comparison. That the review pooled them is inferred, for none of its forest plots was seen."""

_NEWER = {SHAM_FREQUENCY: "martins2026-manual-intensity", EXERCISE_12_MONTHS: "martins2026-exercise"}
"""What the update by the same group says nearest to the figure."""

EXAMPLE_PEOPLE = 200
"""People for whom the implied SD is shown where the number behind a figure is not known (Jull 2002 randomised 200)."""


EXAMPLE_SD = 2.0
"""SD for which the implied number of people is shown, in the unit of the figure: a round number, not a finding."""

CAUTION = (
    "{review} (doi:{doi}) found a {found} over all trials against sham, and {less} in the trials at low risk of bias "
    "alone."
)
"""Of all trials against sham, and of those at low risk of bias."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of the article."""

    row: PooledRow
    printed: Figure
    recomputed: Recomputed
    trials_inferred: tuple[str, ...]
    rows_seen: tuple[TrialRow, ...]
    """Rows of those trials on the same outcome; what the pages show behind the figure."""
    check: Consistency | None
    certainty: Rated
    bias: tuple[RiskOfBias, ...]
    """Risk of bias of those trials, as others rated it."""
    newer: Rated | None
    """What a newer review by the same group says, where one is known."""
    waits_for: tuple[Needed, ...]

    @property
    def implied_sd(self) -> float:
        """SD within groups that the SE asks for with :attr:`people` in two equal groups, in the unit of the figure."""
        return implied_sd(self.printed.se, self.people)

    @property
    def people(self) -> int:
        """People of the one trial behind the figure, else :data:`EXAMPLE_PEOPLE`."""
        behind = {each for one in self.recomputed.from_rows for each in one.rows}
        known = [each.n for each in self.rows_seen if each.row in behind and each.n is not None]
        return known[0] if self.recomputed.answer is Answer.YES and known else EXAMPLE_PEOPLE

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a page says of it, in order."""
        said = [
            f"{self.row.review}: {self.row.comparison}, {self.row.outcome} ({self.row.scale}), {self.row.time}: "
            f"{_said(self.printed.estimate)} ({_said(self.printed.ci_low)} to {_said(self.printed.ci_high)}).",
            f"Where the figure was seen: {_seen(self.row)}.",
            f"From the interval: standard error {self.printed.se:.3f}, z {_said(self.printed.z)}, "
            f"p {_p(self.printed.p)}.",
            _about_trials(self),
            _about_recomputing(self),
            f"Is so small a standard error plausible? With {self.people} people in two equal groups it means a "
            f"standard deviation between people near {self.implied_sd:.1f} {_unit(self.row.scale)}; if that were "
            f"{EXAMPLE_SD:g}, it would take about {_hundred(implied_people(self.printed.se, EXAMPLE_SD))} people.",
            self.certainty.says,
        ]
        said += [f"Risk of bias of {_trial(each.trial_id)}: {each.rating} ({each.rated_by})." for each in self.bias]
        if self.newer is not None:
            row = self.newer.row
            said.append(
                f"{row.review} (doi:{row.doi}), a newer review, {row.comparison}, {row.outcome}: {self.newer.says}"
            )
        if self.waits_for:
            said.append(
                "To compute it again one would need: "
                + "; ".join(f"{each.what}, {each.tables} (doi:{each.doi})" for each in self.waits_for)
                + "."
            )
        return tuple(said)


@cache
def claims() -> tuple[Claim, ...]:
    """The four, in the order of the article."""
    return tuple(_claim(each) for each in CLAIMS)


def claim(pooled_id: str) -> Claim:
    """One of the four. Raises Refused for another id."""
    for each in claims():
        if each.row.id == pooled_id:
            return each
    raise Refused("is none of the four figures", column="id", value=pooled_id, allowed=", ".join(CLAIMS))


def caution() -> str:
    """What the reader sees beside all four: the trials at low risk of bias show less."""
    row = pooled_by_id(LOW_RISK_OF_BIAS)
    found, less = caution_parts()
    return said(CAUTION, review=row.review, doi=row.doi, found=said(found), less=said(less))


def caution_parts() -> tuple[str, str]:
    """What was found over all trials, and in those at low risk of bias alone; in English, as the rows have it."""
    whole, careful = pooled_by_id("bini2022-sham-frequency-short"), pooled_by_id(LOW_RISK_OF_BIAS)
    return _words(whole.note), careful.note.removeprefix("sensitivity analysis: ")


def implied_sd(se: float, people: int) -> float:
    """SD within groups behind the SE of a mean difference of two equal groups: SE √(people/4), in its unit."""
    if se <= 0 or people < 4:
        raise Refused("give no SD", column="se", value=(se, people), allowed="SE above 0, 4 or more people")
    return se * math.sqrt(people / 4)


def implied_people(se: float, sd: float) -> float:
    """People in two equal groups that an SE asks for at an SD: 4 (SD/SE)²."""
    if se <= 0 or sd <= 0:
        raise Refused("give no number of people", column="se", value=(se, sd), allowed="both above 0")
    return 4 * (sd / se) ** 2


def _claim(pooled_id: str) -> Claim:
    row = pooled_by_id(pooled_id)
    names = _TRIALS_OF[pooled_id]
    rows = tuple(each for name in names for each in trials(trial=name, outcome=row.outcome))
    check = sham_frequency_check() if pooled_id == SHAM_FREQUENCY else None
    bias = tuple(each for name in names for each in risk_of_bias_of(name))
    newer = rated(pooled_by_id(_NEWER[pooled_id])) if pooled_id in _NEWER else None
    return Claim(row, printed(row), recompute(row), names, rows, check, rated(row), bias, newer, needed_for(pooled_id))


def _about_trials(it: Claim) -> str:
    if it.recomputed.answer is Answer.YES:
        return f"Behind it: {it.row.trials_included}."
    named = [_trial(each) for each in it.trials_inferred]
    if not named:
        return "The trials behind it were not seen."
    return f"The review's list of trials was not seen; {', '.join(named)} has the comparison (inferred)."


def _about_recomputing(it: Claim) -> str:
    if it.recomputed.value is not None:
        value = it.recomputed.value
        return (
            f"Computed again from row {it.recomputed.from_rows[0].rows[0]} of the trials: {_said(value.estimate)} "
            f"({_said(value.ci_low)} to {_said(value.ci_high)}). It is one trial, so that there is nothing to pool"
            + (
                ", and the number of that row is the review's own: until the arms of the trial are seen, nothing is "
                "confirmed."
                if _is_the_reviews_own(it)
                else "."
            )
        )
    if it.check is not None:
        check = it.check
        verdict = "consistent" if check.is_consistent else "not consistent"
        return (
            f"Partly checked: {_named(check)} alone is {_said(check.estimate)} ({_said(check.ci_low)} to "
            f"{_said(check.ci_high)}) days a week. If the trials share one effect, all others together would have to "
            f"show about {_said(check.rest_estimate)} (SE {check.rest_se:.2f}). {verdict.capitalize()}, does not "
            "confirm. Days and episodes are not the same unit."
        )
    return f"It cannot be computed again: {it.recomputed.why}."


def _is_the_reviews_own(it: Claim) -> bool:
    """The row holds what the review prints of the trial, not what the trial prints."""
    behind = {each for one in it.recomputed.from_rows for each in one.rows}
    return any(each.source_review == it.row.review for each in it.rows_seen if each.row in behind)


def _trial(trial_id: str) -> str:
    """Author and year."""
    row = next(each for each in trials(trial=trial_id) if each.trial_id == trial_id)
    return f"{row.first_author} {row.year}"


def _seen(row: PooledRow) -> str:
    """The words of the file, without the mark before them."""
    return row.how_known.removeprefix("read").strip(" ()") or "in the review"


def _unit(scale: str) -> str:
    return f"points ({scale})" if scale[:1].isdigit() else scale


def _named(check: Consistency) -> str:
    (row,) = [each for each in trials(trial=check.known.trial_id) if each.row in check.known.rows]
    return f"{row.first_author} {row.year} ({row.arm}) at {row.time_weeks:g} weeks"


def _said(number: float) -> str:
    """Two decimals with a true minus sign."""
    return f"{number:.2f}".replace("-", "−")


def _p(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"= {p:.3f}"


def _hundred(people: float) -> str:
    return f"{round(people, -2):.0f}" if people >= 100 else f"{people:.0f}"


def _words(note: str) -> str:
    return note.split(";", maxsplit=1)[0].removesuffix(" in favour of manual therapy")
