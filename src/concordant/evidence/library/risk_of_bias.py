"""Risk of bias of a trial as others rated it. Two raters may disagree; both are shown."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from concordant.evidence.library.edition import FOLDER
from concordant.evidence.refused import Refused


@dataclass(frozen=True, slots=True)
class RiskOfBias:
    """One rating of one trial."""

    trial_id: str
    rated_by: str
    rated_in_doi: str
    instrument: str
    rating: str
    high: bool | None
    """Whether the rater says high; None where the instrument does not say high or low."""
    how_known: str
    note: str


@cache
def risk_of_bias() -> tuple[RiskOfBias, ...]:
    """Every rating that was read."""
    with (FOLDER / "risk_of_bias.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            RiskOfBias(
                row["trial_id"],
                row["rated_by"],
                row["rated_in_doi"],
                row["instrument"],
                row["rating"],
                {"yes": True, "no": False, "": None}[row["high"]],
                row["how_known"],
                row["note"],
            )
            for row in csv.DictReader(file)
        )


def risk_of_bias_of(trial_id: str) -> tuple[RiskOfBias, ...]:
    """The ratings of one trial; empty where none was seen."""
    return tuple(each for each in risk_of_bias() if each.trial_id == trial_id)


@dataclass(frozen=True, slots=True)
class WeightAtRisk:
    """Shares of a pool's weight, in percent of all."""

    high: float
    """From trials that any rater calls high."""
    not_rated: float
    """From trials without a rating of high or low that was seen: the first share may be this much larger."""


def weight_at_risk(weights: Mapping[str, float]) -> WeightAtRisk:
    """From the weight of each trial, by its id. Raises Refused for a negative weight and where all are 0."""
    for trial, weight in weights.items():
        if not weight >= 0:
            raise Refused("is no weight", column=trial, value=weight, allowed="0 or more")
    whole = sum(weights.values())
    if whole <= 0:
        raise Refused("there is no weight", column="weights", value=whole, allowed="above 0")
    said = {trial: [each.high for each in risk_of_bias_of(trial) if each.high is not None] for trial in weights}
    high = sum(weight for trial, weight in weights.items() if any(said[trial]))
    unrated = sum(weight for trial, weight in weights.items() if not said[trial])
    return WeightAtRisk(100 * high / whole, 100 * unrated / whole)
