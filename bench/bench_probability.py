"""Coverage and calibration of the probability over correlations, and what it costs."""

from __future__ import annotations

import numpy as np
from joint_signs import NEGATIVE, USED, people, told
from timing import milliseconds, say, summary

from concordant.diagnosis.probability.estimate import estimated
from concordant.diagnosis.probability.prior import CARE_SETTINGS, FREQUENT_HEADACHE
from concordant.diagnosis.probability.signs import SIGNS, Kind

PEOPLE = 40_000
CORRELATIONS = (0.0, 0.2, 0.4, 0.6, 0.8)
BANDS = (0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0)


def main() -> None:
    """Print one line for each setting and correlation."""
    for setting in CARE_SETTINGS:
        for seed, rho in enumerate(CORRELATIONS, start=1):
            _covered(setting.key, seed, rho)
    everything = dict.fromkeys(SIGNS, True)
    say(
        "one probability, all signs known",
        **summary(milliseconds(lambda: estimated(FREQUENT_HEADACHE, everything), repeats=200)),
    )


def _covered(key: str, seed: int, rho: float) -> None:
    setting = next(one for one in CARE_SETTINGS if one.key == key)
    drawn = people(seed, PEOPLE, setting, rho)
    said = told(drawn.results, setting)
    inside = (said.low <= drawn.true_probability) & (drawn.true_probability <= said.high)
    neck = [column for column, sign in enumerate(USED) if sign.kind is Kind.NECK]
    several = (drawn.results[:, neck] >= NEGATIVE).sum(axis=1) >= 2
    band = np.digitize(said.mean, BANDS[1:-1])
    say(
        "coverage of the 90 % interval",
        setting=key,
        rho=rho,
        people=PEOPLE,
        covered=round(float(inside.mean()), 3),
        covered_two_or_more_neck_signs=round(float(inside[several].mean()), 3),
        said=round(float(said.mean.mean()), 4),
        happened=round(float(drawn.is_cervicogenic.mean()), 4),
        bands={
            f"{BANDS[one]}-{BANDS[one + 1]}": [
                int((band == one).sum()),
                round(float(said.mean[band == one].mean()), 3),
                round(float(drawn.is_cervicogenic[band == one].mean()), 3),
            ]
            for one in range(len(BANDS) - 1)
            if (band == one).any()
        },
    )


if __name__ == "__main__":
    main()
