"""One piece of advice as its page shows it: what it rests on, in words for everyone and in figures."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.evidence.library_table import name_of
from clinic.evidence.own_pools import OwnPool
from clinic.evidence.published import Published, of_rows
from concordant.evidence.library import Advice, Direction, RiskOfBias, TrialRow, all_advice, risk_of_bias_of
from concordant.language import said

DIRECTIONS: dict[Direction, str | Promise] = {
    Direction.FOR: gettext_lazy("Evidence for it"),
    Direction.MIXED: gettext_lazy("Mixed evidence"),
    Direction.NOT_TESTED: gettext_lazy("No trial tests it: the clinic’s reasoning"),
    Direction.CLINIC_RULE: gettext_lazy("A decision of the clinic"),
}


@dataclass(frozen=True)
class Advised:
    """One line of the list of all advice."""

    advice: Advice
    direction: str | Promise


@dataclass(frozen=True)
class TrialBehind:
    """One trial on the question."""

    id: str
    name: str
    doi: str
    comparisons: tuple[str, ...]
    people: str
    bias: tuple[RiskOfBias, ...]
    rows: int


@dataclass(frozen=True)
class InFull:
    """Everything but the clinic's own pools."""

    advice: Advice
    direction: str | Promise
    published: tuple[Published, ...]
    trials: tuple[TrialBehind, ...]

    @property
    def is_tested(self) -> bool:
        """Whether trials test the advice itself, and not only what lies near it."""
        return self.advice.direction is not Direction.NOT_TESTED

    def in_numbers(self, pools: tuple[OwnPool, ...]) -> tuple[tuple[str, str], ...]:
        """What can be said in headache days or points, the clinic's own pools first: of what, and the sentence."""
        own = ((_("%s (computed here)") % said(each.question.asks), each.result.plain) for each in pools if each.result)
        published = ((f"{each.title} ({each.row.review})", each.plain) for each in self.published)
        return tuple((what, plain) for what, plain in (*own, *published) if plain)


def every_advice() -> tuple[Advised, ...]:
    return tuple(Advised(each, DIRECTIONS[each.direction]) for each in all_advice())


def in_full(one: Advice) -> InFull:
    return InFull(one, DIRECTIONS[one.direction], of_rows(one.rests_on), tuple(map(_trial, _by_trial(one))))


def _by_trial(one: Advice) -> tuple[tuple[TrialRow, ...], ...]:
    return tuple(tuple(row for row in one.rows if row.trial_id == trial) for trial in one.trials)


def _trial(rows: tuple[TrialRow, ...]) -> TrialBehind:
    first = rows[0]
    return TrialBehind(
        first.trial_id, name_of(first), first.doi,
        tuple(dict.fromkeys(each.comparison for each in rows if each.comparison)),
        "; ".join(dict.fromkeys(each.population for each in rows if each.population)),
        risk_of_bias_of(first.trial_id), len(rows),
    )  # fmt: skip
