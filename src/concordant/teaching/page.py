"""One page for the person."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from concordant.criteria import Evaluator, Knowledge, Trace, Truth, evaluate
from concordant.criteria.reading import UNBOUND
from concordant.language import said
from concordant.settings import whole
from concordant.teaching.offered import Offer
from concordant.teaching.paragraph import Paragraph
from concordant.teaching.sources import Cited

WORDS_PER_MINUTE = whole(
    "page_words_per_minute",
    150,
    unit="words/min",
    low=60,
    high=300,
    says="A page for the person says how long it takes at so many words a minute.",
    source="no source read; on the slow side, for somebody with a headache",
)


@dataclass(frozen=True, slots=True)
class Page:
    """A title, short paragraphs, what they rest on, and for whom the page is."""

    id: str
    english_title: str
    paragraphs: tuple[Paragraph, ...]
    sources: tuple[Cited, ...]
    intervention: str = "education_core"
    """The id of the intervention of treatment 1 of which it is a part."""
    offered: Offer | None = None
    """To whom it is offered, and why; None for a page that is for everybody."""

    @property
    def title(self) -> str:
        """In the language of the moment."""
        return said(self.english_title)

    @property
    def whole(self) -> str:
        """All paragraphs, as they would be read aloud."""
        return " ".join(each.whole for each in self.paragraphs)

    @property
    def minutes(self) -> int:
        """How long it takes to read in the language of the moment, in whole minutes, at least one."""
        return max(1, ceil(len(self.whole.split()) / WORDS_PER_MINUTE))

    def is_offered(self, knowledge: Knowledge, evaluator: Evaluator | None = None) -> Truth:
        """Whether this page is for this person; unknown while a fact that decides it is."""
        trace = self.read(knowledge, evaluator)
        return Truth.MET if trace is None else trace.truth

    def read(self, knowledge: Knowledge, evaluator: Evaluator | None = None) -> Trace | None:
        """Whether it is for this person, with all that was read; None for a page that is for everybody."""
        return evaluate(self.offered.when, knowledge, UNBOUND, evaluator) if self.offered else None
