"""What the address of a pool asks for, so that a result can be linked."""

import math
from dataclasses import dataclass
from typing import get_args
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concordant.evidence import Refused
from concordant.evidence.pooling import Model, Test

MODELS: dict[str, str | Promise] = {
    "REML": _("REML: restricted maximum likelihood"),
    "FE": _("FE: one effect for all trials"),
    "DL": _("DL: DerSimonian and Laird"),
    "PM": _("PM: Paule and Mandel"),
    "SJ": _("SJ: Sidik and Jonkman"),
    "ML": _("ML: maximum likelihood"),
    "HE": _("HE: Hedges"),
    "HS": _("HS: Hunter and Schmidt"),
    "EB": _("EB: empirical Bayes"),
}
TESTS: dict[str, str | Promise] = {
    "knha": _("Knapp-Hartung"),
    "knha_adhoc": _("Knapp-Hartung, never narrower than the weights allow"),
    "z": _("normal (z)"),
}
USUAL_MODEL, USUAL_TEST = "REML", "knha_adhoc"
AS_PRINTED, FOUR_WEEKS = "", "4-weeks"
UNITS: dict[str, str | Promise] = {
    AS_PRINTED: _("as printed"),
    FOUR_WEEKS: _("headache days in 4 weeks (from days a week or a month)"),
}
MOST_ROWS = 200
"""Trials in one pool on a page; more of them no picture shows."""


@dataclass(frozen=True)
class Asked:
    """A set of trials, a model and a test, as they were typed."""

    outcome: str = ""
    comparison: str = ""
    trial: str = ""
    weeks: str = ""
    unit: str = AS_PRINTED
    rows: tuple[str, ...] = ()
    model: str = USUAL_MODEL
    test: str = USUAL_TEST
    sd: str = ""
    worthwhile: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> "Asked":
        def one(name: str, usual: str = "") -> str:
            return query.get(name, usual).replace("\x00", "").strip()[:200]

        return cls(
            one("outcome"), one("comparison"), one("trial"), one("weeks"), one("unit"),
            tuple(each[:20] for each in query.getlist("row")[: MOST_ROWS + 1]),
            one("model", USUAL_MODEL), one("test", USUAL_TEST),
            one("sd")[:20], one("worthwhile")[:20],
        )  # fmt: skip

    @property
    def filtered(self) -> bool:
        return bool(self.filters)

    @property
    def anything(self) -> bool:
        return self.filtered or bool(self.rows)

    @property
    def query(self) -> str:
        """As the address asks for it again, by the usual model."""
        unit = [("unit", self.unit)] if self.unit else []
        return urlencode([*self.filters, *unit, *(("row", each) for each in self.rows)])

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """What was asked of the rows, by name."""
        told = ("outcome", self.outcome), ("comparison", self.comparison), ("trial", self.trial), ("weeks", self.weeks)
        return tuple((name, value) for name, value in told if value)

    @property
    def week(self) -> float | None:
        """Raises Refused for what is no number of weeks."""
        if not self.weeks:
            return None
        try:
            value = float(self.weeks.replace(",", "."))
        except ValueError:
            value = math.nan
        if not math.isfinite(value) or value < 0:
            raise Refused("is no number of weeks", column="weeks", value=self.weeks, allowed="0 or more")
        return value


def checked(model: str, test: str) -> tuple[Model, Test]:
    """The choices, or Refused for one that there is not."""
    for one in get_args(Model):
        if one == model and model in MODELS:
            break
    else:
        raise Refused("there is no such model", column="model", value=model, allowed=", ".join(MODELS))
    for other in get_args(Test):
        if other == test:
            return one, other
    raise Refused("there is no such test", column="test", value=test, allowed=", ".join(TESTS))
