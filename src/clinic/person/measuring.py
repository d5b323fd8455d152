"""What we measured, on the pages of the person: each number from its first value to its latest, with its verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from clinic.person.plainly import asked
from concordant.facts import Fact, Kind
from concordant.language import said
from concordant.progress.every_visit import EveryVisit, Taken
from concordant.progress.everything_measured import everything_measured, fact_of
from concordant.progress.rows import NOT_JUDGED, UNKNOWN, say, say_change
from concordant.progress.small_chart import LINE, small_chart, values

VERDICTS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "better": _("Better than measurement error"),
        "within": _("Within measurement error"),
        "worse": _("Worse than measurement error"),
        "once": _("Measured once"),
        "not_compared": _("Not compared"),
        "not_judged": _("No verdict"),
    }
)
_LOOKS = MappingProxyType(
    {
        "improved_important": "better",
        "improved": "better",
        "within_error": "within",
        "worse": "worse",
        UNKNOWN: "not_compared",
        NOT_JUDGED: "not_judged",
    }
)
"""What is comparable, from where on a change is real and which way is better, the care library says."""


@dataclass(frozen=True)
class Measure:
    """One row: a test, of one side or segment where it has them."""

    course: EveryVisit
    number: int
    """Its place on the page."""

    @property
    def fact(self) -> Fact[Kind]:
        return fact_of(self.course.row)

    @property
    def name(self) -> str:
        return self.fact.label

    @property
    def of(self) -> str:
        row = self.course.row
        return " ".join(part for part in (row.segment, said(row.side or ""), row.headache) if part)

    @property
    def asked(self) -> str:
        return asked(self.fact)

    @property
    def first(self) -> Taken:
        return self.course.taken[0]

    @property
    def latest(self) -> Taken:
        return self.course.taken[-1]

    @property
    def again(self) -> bool:
        return len(self.course.taken) > 1

    @property
    def verdict(self) -> str:
        return _LOOKS[self.course.row.verdict] if self.again else "once"

    @property
    def verdict_name(self) -> str | Promise:
        name, why = VERDICTS[self.verdict], self.course.row.why
        return f"{name}: {why}" if self.verdict in ("not_compared", "not_judged") and why else name

    @property
    def error_source(self) -> str:
        return self.course.row.source

    @property
    def differs(self) -> bool:
        """Another examiner or another instrument than at the start: the error may be larger than stated."""
        return self.course.differs

    @property
    def line(self) -> SafeString:
        return self._drawn(None)

    @property
    def own_line(self) -> SafeString:
        """In words that are not only for clinicians."""
        return self._drawn((self.asked, values(self.course)))

    def _drawn(self, words: tuple[str, str] | None) -> SafeString:
        # Numbers and names of the library, escaped by it.
        return mark_safe(small_chart(self.course, name=f"line{self.number}", frame=LINE, words=words))  # noqa: S308

    def _shown(self, value: float) -> str:
        return say(self.course.row, value)

    @property
    def first_shown(self) -> str:
        return self._shown(self.first.value)

    @property
    def latest_shown(self) -> str:
        return self._shown(self.latest.value)

    @property
    def change_shown(self) -> str:
        """Empty of a rating that is itself of a change."""
        if self.course.row.baseline is None:
            return ""
        return say_change(self.course.row, self.latest.value - self.first.value)

    @property
    def error_shown(self) -> str:
        error = self.course.error
        return "" if error is None else f"±{self._shown(round(error, 1))}"


def measures_of(look: Look) -> tuple[Measure, ...]:
    """Measured again first, in the order of the dictionary."""
    return tuple(Measure(one, number) for number, one in enumerate(everything_measured(look.record)))
