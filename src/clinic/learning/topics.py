"""The pages for one person: which are offered and why, and when somebody taught what they are about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from clinic.accounts.roles import role_in_words
from clinic.learning.addresses import BY_SLUG, Addressed
from clinic.learning.known import known_of
from clinic.person.look import Look
from clinic.person.told import Told, questions, told
from clinic.person.tracing import MARKS, STATES
from clinic.person.where_asked import Question
from concordant.criteria import Knowledge, Trace, Truth
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.deciding import deciding_leaves
from concordant.plan.interventions.catalogue import BY_ID
from concordant.plan.interventions.intervention import Section
from concordant.teaching.page import Page

_STRONGEST = (Truth.MET, Truth.UNKNOWN, Truth.NOT_MET)


@dataclass(frozen=True)
class Given:
    """Education that stands in a signed treatment."""

    on: date
    by: str


@dataclass(frozen=True)
class Topic:
    """One page, for one person."""

    at: Addressed
    state: str
    """met, not-met or unknown."""
    because: tuple[Told, ...]
    missing: tuple[Question, ...]
    """What would settle whether it is offered."""

    @property
    def page(self) -> Page:
        return self.at.page

    @property
    def state_name(self) -> str | Promise:
        return STATES[self.state]


@dataclass(frozen=True)
class Taught:
    """A part of care that is education, and when it was given."""

    name: str
    pages: tuple[Addressed, ...]
    given: tuple[Given, ...]


@dataclass(frozen=True)
class Topics:
    offered: tuple[Topic, ...]
    """Only what a known fact asks for, and what is for everybody."""
    open: tuple[Topic, ...]
    """Not known: offered to nobody, until it is."""
    others: tuple[Topic, ...]
    taught: tuple[Taught, ...]

    @property
    def more(self) -> tuple[Topic, ...]:
        """What a person may read besides."""
        return (*self.open, *self.others)


def topics_of(look: Look) -> Topics:
    known = known_of(look)
    every = [_topic(look, one, known) for one in BY_SLUG.values()]
    of = {truth: tuple(one for one in every if one.state == MARKS[truth]) for truth in Truth}
    return Topics(of[Truth.MET], of[Truth.UNKNOWN], of[Truth.NOT_MET], tuple(_taught(look)))


def _topic(look: Look, one: Addressed, known: tuple[Knowledge, ...]) -> Topic:
    """One headache is enough to offer a page; it is not indicated only where it is for none of them."""
    traces = [trace for trace in map(one.page.read, known) if trace is not None]
    if not traces:
        return Topic(one, MARKS[Truth.MET], (), ())
    trace = min(traces, key=lambda each: _STRONGEST.index(each.truth))
    if trace.truth is Truth.UNKNOWN:
        return Topic(one, MARKS[trace.truth], (), questions(facts_to_ask(trace), look))
    return Topic(one, MARKS[trace.truth], tuple(_leaves(trace, look)), ())


def _leaves(trace: Trace, look: Look) -> Iterable[Told]:
    for leaf in deciding_leaves(trace):
        for term, reading in zip(leaf.criterion.terms, leaf.readings, strict=True):
            yield told(term, reading, look)


def _taught(look: Look) -> Iterable[Taught]:
    """All education that a plan may hold, and what else a page is a part of."""
    pages: dict[str, list[Addressed]] = {one.id: [] for one in BY_ID.values() if one.section is Section.EDUCATION}
    for page in BY_SLUG.values():
        pages.setdefault(page.page.intervention, []).append(page)
    for intervention, about in pages.items():
        given = tuple(
            Given(one.date, role_in_words(one.discipline))
            for one in look.record.treatments
            if intervention in one.interventions
        )
        yield Taught(BY_ID[intervention].name, tuple(about), given)
