"""What one may believe after the trials, with a prior that is stated beside it (Bayesian random effects)."""

import math
from dataclasses import dataclass

from django.utils.translation import gettext as _

from clinic.evidence.chosen import Trials
from clinic.evidence.said import said, span
from concordant.evidence import Refused
from concordant.evidence.bayes import assumed_priors, random_effects

FARTHEST = 1e6


@dataclass(frozen=True)
class Prior:
    """What a person types of the outcome; the priors follow from its SD (settings of the evidence)."""

    sd: float
    """SD of the outcome between people, in the unit of the effect; 1 where it is standardised."""
    worthwhile: float | None
    """The smallest worthwhile difference, above 0, in that unit."""


def prior_of(sd: str, worthwhile: str) -> Prior | None:
    """None where no SD was typed. Raises Refused, with the field as its column, for what is no size."""
    if not sd and not worthwhile:
        return None
    if not sd:
        raise Refused(_("is needed for a prior"), column="sd", allowed=_("the SD of the outcome, above 0"))
    return Prior(_size(sd, "sd"), _size(worthwhile, "worthwhile") if worthwhile else None)


def believed(it: Trials, prior: Prior) -> tuple[tuple[str, str], ...]:
    """Names and numbers. Raises Refused for ratios, of which an SD of the outcome says nothing."""
    if it.ratio or it.measure == "RD":
        raise Refused(_("belongs to differences of means"), column="sd", value=it.measure, allowed=_("leave it empty"))
    mean, tau = assumed_priors(prior.sd)
    found = random_effects(it.yi, it.vi, mean=mean, tau=tau)
    low, high = found.interval()
    next_low, next_high = found.predicted_interval()
    told = [
        (_("Model and priors"), found.says),
        (_("Mean effect, median of what may be believed"), said(found.median)),
        (_("95 % credible interval"), span(low, high)),
        (_("Where the effect of a further trial is expected, 95 %"), span(next_low, next_high)),
        (
            _("tau, median and 95 % credible interval"),
            f"{said(found.tau_quantile(0.5))} ({span(found.tau_quantile(0.025), found.tau_quantile(0.975))})",
        ),
        (_("Probability that the mean effect is below 0"), _share(float(found.probability_below(0)))),
    ]
    if prior.worthwhile is not None:
        size = prior.worthwhile
        told += [
            (_("Probability of a mean effect below %s") % said(-size), _share(float(found.probability_below(-size)))),
            (_("Probability of a mean effect above %s") % said(size), _share(float(found.probability_above(size)))),
        ]
    return tuple(told)


def _share(probability: float) -> str:
    return f"{probability:.3f}"


def _size(text: str, column: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = math.nan
    if not 1 / FARTHEST <= value <= FARTHEST:
        raise Refused(_("is no size"), column=column, value=text, allowed=_("a number above 0"))
    return value
