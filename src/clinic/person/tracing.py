"""A trace as nested lines: what a node asks, whether it holds, and what was read for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clinic.person.look import Look
from clinic.person.told import Told, told
from concordant.criteria import Trace, Truth, nodes
from concordant.criteria.saying import limits
from concordant.criteria.words import phrase
from concordant.diagnosis.catalogue import DIAGNOSES
from concordant.facts import Scope
from concordant.safety import CLEAR

MARKS = {Truth.MET: "met", Truth.NOT_MET: "not-met", Truth.UNKNOWN: "unknown"}
STATES: Mapping[str, str | Promise] = MappingProxyType(
    {"met": gettext_lazy("met"), "not-met": gettext_lazy("not met"), "unknown": gettext_lazy("not yet known")}
)
_NAMES = {name: one for one in DIAGNOSES for name in (one.code, one.features_key)}


@dataclass(frozen=True)
class Line:
    """One node of a trace."""

    mark: str
    letter: str
    words: str
    told: tuple[Told, ...] = ()
    lines: tuple["Line", ...] = ()
    source: str = ""
    url: str = ""
    """Where a rule that is referred to is shown itself."""
    left_out: str = ""
    """How many of many visits are not shown here."""

    @property
    def mark_name(self) -> str | Promise:
        return STATES[self.mark]


@dataclass(frozen=True)
class Tracer:
    """Turns the traces of one headache into lines."""

    look: Look
    headache: str
    query: str = ""
    most: int = 0
    """Of something that was looked for at many visits, show so many; 0 for all."""
    whole: bool = False
    """Show criteria with a letter of their own in their place as well, not apart."""

    def line(self, trace: Trace, of: Scope | None = None, *, inside: bool = False) -> Line:
        """`of`: what each part of the node above was asked of. `inside`: not the node one asked about itself."""
        node = trace.criterion
        if isinstance(node, nodes.Verdict):
            return self._referred(trace, node)
        if isinstance(node, nodes.Not) and trace.parts[0].readings:
            return self._denied(trace)
        # A criterion with a letter of its own has a mark of its own, and is traced there.
        apart = inside and trace.letter and not self.whole
        below = () if apart else trace.parts
        shown = below[: self.most] if self.most and _scope(node) is Scope.VISIT else below
        left_out = len(below) - len(shown)
        return Line(
            mark=MARKS[trace.truth],
            letter=trace.letter or "",
            words=self._of_which(trace, of) + phrase(node),
            told=self._told(trace),
            lines=tuple(self.line(part, _scope(node), inside=True) for part in shown),
            source=node.source if isinstance(node, nodes.Named) else "",
            left_out=ngettext("and %d more visit", "and %d more visits", left_out) % left_out if left_out else "",
        )

    def _told(self, trace: Trace) -> tuple[Told, ...]:
        pairs = zip(trace.criterion.terms, trace.readings, strict=True) if trace.readings else ()
        beside = limits(trace.criterion)
        return tuple(told(term, reading, self.look, self.headache, beside) for term, reading in pairs)

    def _denied(self, trace: Trace) -> Line:
        """ "Not: restlessness: yes" is read as "restlessness: no" is."""
        part = trace.parts[0]
        words = phrase(part.criterion)
        denied = words.removesuffix(": yes") + ": no" if isinstance(part.criterion, nodes.Holds) else _("not: ") + words
        return Line(MARKS[trace.truth], trace.letter or part.letter or "", denied, self._told(part))

    def _referred(self, trace: Trace, node: nodes.Verdict) -> Line:
        diagnosis, person = _NAMES.get(node.key), self.look.chart.person.pk
        if node.key == CLEAR:
            words = _("every red flag is asked and none is open that holds the diagnosis")
            url = f"{reverse('chart:person', args=[person])}{self.query}#safety"
        elif diagnosis is None:
            # A rule that has no page of its own is traced in its place.
            below = tuple(self.line(part, inside=True) for part in trace.parts)
            return Line(MARKS[trace.truth], trace.letter or "", _("the rule “%s”") % node.key, lines=below)
        else:
            words = _("%(code)s %(name)s") % {"code": diagnosis.code, "name": diagnosis.name}
            if node.key == diagnosis.features_key:
                words = _("%s, without its last criterion") % words
            url = reverse("chart:diagnosis", args=[person, self.headache, diagnosis.code]) + self.query
        return Line(MARKS[trace.truth], trace.letter or "", words, url=url)

    def _of_which(self, trace: Trace, of: Scope | None) -> str:
        """The visit, injury or headache that a part was asked of."""
        if not trace.instance:
            return ""
        if of is Scope.VISIT:
            day = self.look.record.visits[trace.instance].date
            return f"{day.day} {day:%b %Y}: "
        return f"{trace.instance}: "


def _scope(node: nodes.Criterion) -> Scope | None:
    """What a node goes through one by one."""
    if isinstance(node, nodes.HeldAtRetests):
        return Scope.VISIT
    return node.scope if isinstance(node, nodes.ForSome) else None
