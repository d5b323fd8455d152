"""How sure: the probability before and after the results as two bars on one line from 0 to 100 %, and what counted."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from clinic.person.percent import estimate_in_words, percent, ratio_in_words
from clinic.person.told import name_in_words
from concordant.diagnosis.probability import says
from concordant.diagnosis.probability.estimate import Estimate
from concordant.diagnosis.probability.judge import Probability, Weight

LEFT, LENGTH = 8, 304
"""Where 0 % lies in the drawing, and how far from it 100 %."""
_FOLDED = (says.MEANING, says.DEPENDENCE)
"""Said of every number alike; what is said of this person stands beside it."""
_ITS_OWN_PLACE = (says.NOT_A_DIAGNOSIS, says.BIAS)


@dataclass(frozen=True)
class Bar:
    """One estimate in the drawing."""

    low: int
    mean: int
    high: int
    words: str

    @property
    def width(self) -> int:
        return self.high - self.low


@dataclass(frozen=True)
class Counted:
    """One result that counts."""

    name: str
    result: str | Promise
    speaks: str | Promise
    ratio: str
    low: str
    high: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """A known result that does not count."""

    name: str
    why: str


@dataclass(frozen=True)
class HowSure:
    """Of one headache, that it comes from the neck."""

    number: str
    """Empty where it is withheld."""
    interval: tuple[str, str]
    before: Bar
    after: Bar | None
    setting: str
    chosen: str | Promise
    withheld: str
    not_a_diagnosis: str
    bias: str
    beside: tuple[str, ...]
    """What is said of the number of this person."""
    folded: tuple[str, ...]
    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]


def how_sure_of(look: Look, headache: str) -> HowSure:
    found = look.assessment.probability(headache)
    estimate = found.estimate
    folded = [one for one in found.says if one in _FOLDED or one == found.setting.note]
    return HowSure(
        number=percent(estimate.mean) if estimate else "",
        interval=(percent(estimate.low), percent(estimate.high)) if estimate else ("", ""),
        before=_bar(found.prior),
        after=_bar(estimate) if estimate else None,
        setting=found.setting.name,
        chosen=_chosen(found),
        withheld=found.withheld,
        not_a_diagnosis=says.NOT_A_DIAGNOSIS,
        bias=says.BIAS,
        beside=() if found.withheld else tuple(one for one in found.says if one not in (*folded, *_ITS_OWN_PLACE)),
        folded=tuple(folded),
        counted=tuple(_counted(one) for one in found.weights),
        left_out=tuple(LeftOut(name_in_words(test), why) for test, why in found.left_out.items()),
    )


def _chosen(found: Probability) -> str | Promise:
    if found.chosen_by == "setting":
        return _("as this clinic has set it")
    return _("because it began after a whiplash")


def _bar(one: Estimate) -> Bar:
    return Bar(_at(one.low), _at(one.mean), _at(one.high), estimate_in_words(one))


def _at(share: float) -> int:
    return LEFT + round(LENGTH * share)


def _counted(one: Weight) -> Counted:
    if one.low > 1:
        speaks = _("speaks for the neck")
    elif one.high < 1:
        speaks = _("speaks against the neck")
    else:
        speaks = _("may speak for or against")
    return Counted(
        name=one.sign.name,
        result=_("positive") if one.positive else _("negative"),
        speaks=speaks,
        ratio=ratio_in_words(one.ratio),
        low=ratio_in_words(one.low),
        high=ratio_in_words(one.high),
        sources=one.sign.sources,
    )
