"""Retest statistics: all of them for one person, and the verdicts of 100,000 people at once against one by one.

One core against one core: a person alone never uses a second one.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import Any

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read when NumPy is loaded

import numpy as np
from timing import milliseconds, processor, say, summary

from concordant.change.attacks import probability_of_fewer_attacks
from concordant.change.category import Category
from concordant.change.days import category as of_days
from concordant.change.days import fall
from concordant.change.days.chance_responders import chance_of_response
from concordant.change.days.clustering import design_effect
from concordant.change.days.e_test import e_test
from concordant.change.days.exact_tests import boschloo, fisher
from concordant.change.days.fall import beyond_natural_course, posterior_days, probabilities_of_fall
from concordant.change.days.largest_follow_up import largest_follow_up
from concordant.change.days.missing_days import Days, change_with_bounds, is_robust
from concordant.change.days.overdispersion import log_rate_ratio, overdispersion
from concordant.change.days.permutation import weekly_permutation
from concordant.change.days.proportions import newcombe
from concordant.change.days.rate_ratio import c_test, c_test_doubled_mid_p, rate_ratio
from concordant.change.days.responders import Response, is_responder
from concordant.change.days.z_test import adjusted_z, detectable_days
from concordant.change.relapse.daily import watch_days
from concordant.change.relapse.run_length import mean_run_length
from concordant.change.relapse.weekly import watch_weeks, weekly_reference
from concordant.change.scores import category as of_scores
from concordant.change.scores.limits import Limits
from concordant.change.scores.measurement_error import minimal_detectable_change, standard_error_of_measurement
from concordant.change.scores.reliable_change import reliable_change_index
from concordant.change.scores.scale import Scale
from concordant.change.scores.true_score import true_score
from concordant.change.single_case.corrected_tau import corrected_tau
from concordant.change.single_case.overlap import nap, tau_u

PEOPLE = 100_000
ONE_BY_ONE = 2_000
QUESTIONNAIRES = (
    (Scale(0, 50), Limits(5.9, 5.5)),
    (Scale(0, 10), Limits(2.4, 2.5, 30)),
    (Scale(36, 78), Limits(6.2, 6)),
    (Scale(0, 52), Limits(7.7, 8, 38)),
    (Scale(11, 44), Limits(5.6, 4)),
)
RATIOS = (1.0, 0.7, 0.5)
SIGNS = "1110011110011100110011000110", "0011000100001100000110001000"


def main() -> None:
    """Print one line a figure."""
    days = [[sign == "1" for sign in signs] for signs in SIGNS]
    first = milliseconds(lambda: _everything_of_one(days), repeats=1, warm=0)
    cleared = milliseconds(lambda: _everything_of_one(days), repeats=30)
    cpu = processor(lambda: _everything_of_one(days), repeats=30)
    say("all retest statistics of one person", first_ms=round(first[0], 1), **summary(cleared), **cpu)
    without = milliseconds(lambda: _everything_of_one(days, searches=False), repeats=30)
    say("the same without Boschloo's search", **summary(without))
    _many(effect=None, what="verdicts of many people, each with a design effect of their own")
    _many(effect=1.5, what="verdicts of many people with the default design effect")


def _everything_of_one(days: list[list[bool]], *, searches: bool = True) -> None:
    """Every statistic that a retest of one person can show; nothing is taken from an earlier repeat."""
    fall._of_one.cache_clear()
    before, after = days
    x1, n1, x2, n2 = window = sum(before), len(before), sum(after), len(after)
    weeks = [[sum(days[start : start + 7]) for start in range(0, 28, 7)] for days in (before, after)]
    effect = design_effect([before, after])
    better = probabilities_of_fall(*window, effect).better
    of_days.category(*window, better)
    beyond_natural_course(*window, effect)
    posterior_days(x2, n2, effect)
    is_robust(Days(x1, n1), Days(x2, n2), effect)
    change_with_bounds(Days(x1, n1), Days(x2, n2))
    for response in Response:
        is_responder(*window, response)
    for test in (c_test, c_test_doubled_mid_p, e_test, rate_ratio, fisher, newcombe):
        test(*window)
    if searches:
        boschloo(*window)
    adjusted_z(*window, effect)
    detectable_days(x1 / n1, n1, effect)
    weekly_permutation(*weeks)
    overdispersion(*weeks)
    log_rate_ratio(*window, dispersion=0.1)
    largest_follow_up(x1, n1, n2, effect)
    chance_of_response(28 * x1 / n1, effect=effect)
    for ratio in RATIOS:
        probability_of_fewer_attacks(10, 28, 4, 28, ratio)
    for scale, limits in QUESTIONNAIRES:
        sem = standard_error_of_measurement((scale.high - scale.low) / 6, 0.9)
        minimal_detectable_change(sem)
        middle = (scale.low + scale.high) / 2
        reliable_change_index(middle, scale.low, sem)
        true_score(middle, middle, 0.9)
        of_scores.category(middle, scale.low, scale, limits)
    nap(*weeks)
    tau_u(*weeks)
    corrected_tau(*weeks)
    watch_days([*before, *after])
    watch_weeks([*weeks[0], *weeks[1]], weekly_reference(2, 4), 4)
    mean_run_length(0.25)


@dataclass(frozen=True, slots=True)
class _People:
    """Two windows and two scores on each questionnaire."""

    windows: tuple[np.ndarray[Any, Any], ...]
    effect: np.ndarray[Any, Any]
    scores: tuple[tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]], ...]


def _drawn(effect: float | None) -> _People:
    draws = np.random.default_rng(35)
    n1, n2 = draws.integers(23, 29, (2, PEOPLE))
    windows = draws.binomial(n1, draws.beta(3, 3, PEOPLE)), n1, draws.binomial(n2, draws.beta(2, 4, PEOPLE)), n2
    effects = draws.uniform(1.5, 4, PEOPLE) if effect is None else np.full(PEOPLE, effect)
    scores = tuple(tuple(draws.integers(scale.low, scale.high + 1, (2, PEOPLE))) for scale, _ in QUESTIONNAIRES)
    return _People(windows, effects, scores)


def _many(effect: float | None, what: str) -> None:
    """z, detectable change, Newcombe, three probabilities, category of days; categories of five questionnaires."""
    people = _drawn(effect)
    at_once = milliseconds(lambda: _together(people), repeats=5, warm=1)
    cpu = processor(lambda: _together(people), repeats=5)
    start, cpu_start = time.perf_counter(), time.process_time()
    each = [_one(people, place) for place in range(ONE_BY_ONE)]
    scaled = PEOPLE / ONE_BY_ONE * 1000
    one_by_one, one_by_one_cpu = (time.perf_counter() - start) * scaled, (time.process_time() - cpu_start) * scaled
    together = _together(people)
    differ = max(abs(together[0][place] - each[place][0]) for place in range(ONE_BY_ONE))
    same = all(together[1][place] is each[place][1] for place in range(ONE_BY_ONE))
    ratio, cpu_ratio = one_by_one / summary(at_once)["median_ms"], one_by_one_cpu / cpu["cpu_median_ms"]
    say(
        what,
        people=PEOPLE,
        **summary(at_once),
        **cpu,
        one_by_one_ms=round(one_by_one),
        one_by_one_cpu_ms=round(one_by_one_cpu),
        one_by_one_measured_on=ONE_BY_ONE,
        ratio=round(ratio, 1),
        cpu_ratio=round(cpu_ratio, 1),
        largest_difference=float(differ),
        same_categories=same,
    )


def _together(people: _People) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    adjusted_z(*people.windows, people.effect)
    detectable_days(people.windows[0] / people.windows[1], people.windows[1], people.effect)
    newcombe(*people.windows)
    better = probabilities_of_fall(*people.windows, people.effect).better
    for (scale, limits), (first, second) in zip(QUESTIONNAIRES, people.scores, strict=True):
        of_scores.categories(first, second, scale, limits)
    return better, of_days.categories(*people.windows, better)


def _one(people: _People, place: int) -> tuple[float, Category]:
    window = [int(column[place]) for column in people.windows]
    effect = float(people.effect[place])
    adjusted_z(*window, effect)
    detectable_days(window[0] / window[1], window[1], effect)
    newcombe(*window)
    better = probabilities_of_fall(*window, effect).better
    for (scale, limits), (first, second) in zip(QUESTIONNAIRES, people.scores, strict=True):
        of_scores.category(float(first[place]), float(second[place]), scale, limits)
    return better, of_days.category(*window, better)


if __name__ == "__main__":
    main()
