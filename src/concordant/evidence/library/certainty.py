"""Certainty (GRADE): as the reviews rated it, and the numbers that prompt a person's own judgement.

Nothing here computes a rating: a prompt is a number beside a convention, and a person judges. Conventions: GRADE
handbook and Cochrane Handbook chapter 14 (recalled; settings a clinic may change).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from concordant.evidence.library.known import HowKnown
from concordant.evidence.library.pooled_row import PooledRow
from concordant.evidence.pooling.cautions import FEWEST_FOR_SMALL_STUDY_TESTS
from concordant.evidence.refused import Refused
from concordant.settings import number, whole
from concordant.settings.declared import Standing

PEOPLE_FOR_PRECISION = whole(
    "evidence_people_for_precision",
    400,
    unit="people",
    says="Fewer people than this in all prompt a look at imprecision, for a continuous outcome.",
    source="GRADE handbook, imprecision",
    standing=Standing.RECALLED,
)
I2_OF_CONCERN = number(
    "evidence_i2_of_concern",
    50.0,
    unit="%",
    says="An I² above this prompts a look at inconsistency.",
    source="Cochrane Handbook 10.10.2",
    standing=Standing.RECALLED,
    high=100,
)
WEIGHT_AT_HIGH_RISK = number(
    "evidence_weight_at_high_risk",
    50.0,
    unit="%",
    says="More than this share of the weight from trials at high risk of bias prompts a look at risk of bias.",
    source="Cochrane Handbook 14.2.2",
    standing=Standing.RECALLED,
    high=100,
)


class Domain(Enum):
    """What GRADE looks at in trials."""

    RISK_OF_BIAS = "risk of bias"
    INCONSISTENCY = "inconsistency"
    INDIRECTNESS = "indirectness"
    IMPRECISION = "imprecision"
    PUBLICATION_BIAS = "publication bias"


@dataclass(frozen=True, slots=True)
class Rated:
    """The certainty of one published figure, as its review rated it."""

    row: PooledRow
    level: str
    """``moderate``, ``low``, … or empty where the rating was not seen."""

    @property
    def says(self) -> str:
        """One sentence for the page."""
        if not self.level:
            return f"Certainty as {self.row.review} rated it: not seen."
        hand = " (reported second-hand)" if self.row.known is HowKnown.SECOND_HAND else ""
        return (
            f"Certainty as {self.row.review} rated it: {self.level}{hand}; which domains were marked down was not seen."
        )


@dataclass(frozen=True, slots=True)
class Prompt:
    """A number that a person should look at before judging one domain."""

    domain: Domain
    says: str
    raised: bool | None
    """Whether the convention is crossed; None where the number is not known."""


def rated(row: PooledRow) -> Rated:
    """As the review rated it; a recalled rating counts as not seen."""
    return Rated(row, row.grade_certainty)


def prompts(
    *,
    people: int | None = None,
    ci: tuple[float, float] | None = None,
    smallest_worthwhile: float | None = None,
    lower_is_better: bool = True,
    i2: float | None = None,
    prediction: tuple[float, float] | None = None,
    percent_weight_at_high_risk: float | None = None,
    k: int | None = None,
) -> tuple[Prompt, ...]:
    """The numbers beside their conventions, one prompt each; None where a number is not known.

    ``ci`` and ``prediction`` are of a difference (null 0); ``smallest_worthwhile`` is its size, above 0, in that unit.
    """
    return (
        _prompt(
            Domain.RISK_OF_BIAS,
            None if percent_weight_at_high_risk is None else percent_weight_at_high_risk > WEIGHT_AT_HIGH_RISK,
            "share of the weight from trials at high risk of bias",
            percent_weight_at_high_risk,
            f"more than {WEIGHT_AT_HIGH_RISK:g} %",
            " %",
        ),
        _prompt(
            Domain.INCONSISTENCY, None if i2 is None else i2 > I2_OF_CONCERN, "I²", i2, f"above {I2_OF_CONCERN:g} %",
            " %",
        ),
        _across_zero(ci, prediction),
        Prompt(Domain.INDIRECTNESS, "Were people, treatment and comparator the ones asked about?", None),
        _prompt(
            Domain.IMPRECISION, None if people is None else people < PEOPLE_FOR_PRECISION, "people in all", people,
            f"fewer than {PEOPLE_FOR_PRECISION:d}", "",
        ),
        _spans(ci, smallest_worthwhile, lower_is_better),
        _publication(k),
    )  # fmt: skip


def _prompt(domain: Domain, raised: bool | None, what: str, value: float | None, limit: str, unit: str) -> Prompt:
    if value is None:
        return Prompt(domain, f"{what}: not known", None)
    return Prompt(domain, f"{what}: {value:g}{unit} (convention: look where {limit})", raised)


def _across_zero(ci: tuple[float, float] | None, prediction: tuple[float, float] | None) -> Prompt:
    if ci is None or prediction is None:
        return Prompt(Domain.INCONSISTENCY, "prediction interval: not known", None)
    raised = not _holds(ci, 0) and _holds(prediction, 0)
    return Prompt(
        Domain.INCONSISTENCY,
        f"prediction interval {prediction[0]:.2f} to {prediction[1]:.2f} "
        f"{'crosses' if _holds(prediction, 0) else 'does not cross'} zero, the confidence interval "
        f"{'does' if _holds(ci, 0) else 'does not'}",
        raised,
    )


def _spans(ci: tuple[float, float] | None, smallest: float | None, lower_is_better: bool) -> Prompt:
    if ci is None or smallest is None:
        return Prompt(
            Domain.IMPRECISION, "interval against no effect and the smallest worthwhile difference: not known", None
        )
    if smallest <= 0:
        raise Refused("is a size", column="smallest_worthwhile", value=smallest, allowed="above 0")
    worthwhile = -smallest if lower_is_better else smallest
    both = _holds(ci, 0) and _holds(ci, worthwhile)
    return Prompt(
        Domain.IMPRECISION,
        f"interval {ci[0]:.2f} to {ci[1]:.2f} {'spans' if both else 'does not span'} both no effect and the smallest "
        f"worthwhile difference ({worthwhile:g})",
        both,
    )


def _publication(k: int | None) -> Prompt:
    if k is None:
        return Prompt(Domain.PUBLICATION_BIAS, "number of trials: not known; publication bias is not assessable", None)
    count = f"{k} trial" if k == 1 else f"{k} trials"
    if k < FEWEST_FOR_SMALL_STUDY_TESTS:
        return Prompt(
            Domain.PUBLICATION_BIAS,
            f"{count}, fewer than {FEWEST_FOR_SMALL_STUDY_TESTS:d}: publication bias is not assessable",
            None,
        )
    return Prompt(Domain.PUBLICATION_BIAS, f"{count}: see the tests for small-study effects", None)


def _holds(interval: tuple[float, float], value: float) -> bool:
    return interval[0] <= value <= interval[1]
