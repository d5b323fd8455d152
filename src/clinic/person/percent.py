"""Probabilities and ratios in words: never rounded to certainty, a probability never without its interval."""

from django.utils.translation import gettext as _

from concordant.diagnosis.probability.estimate import Estimate


def percent(share: float) -> str:
    """A share from 0 to 1 in whole percent."""
    whole = round(share * 100)
    if whole < 1:
        return _("under 1\u00a0%")
    return _("over 99\u00a0%") if whole > 99 else f"{whole}\u00a0%"


def with_interval(mean: float, low: float, high: float) -> str:
    """The number, and the 90 % interval in the same breath."""
    return _("%(mean)s (90\u00a0%% interval %(low)s to %(high)s)") % {
        "mean": percent(mean),
        "low": percent(low),
        "high": percent(high),
    }


def estimate_in_words(one: Estimate) -> str:
    """The same of an estimate."""
    return with_interval(one.mean, one.low, one.high)


def ratio_in_words(ratio: float) -> str:
    """Two digits that count, without an exponent."""
    return f"{ratio:.0f}" if ratio >= 10 else f"{float(f'{ratio:.2g}'):g}"
