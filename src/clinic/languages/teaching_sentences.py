"""Every sentence of the library about care that a person may read: what they are taught, what they do at home, what
their plan holds, what trials found, and how their numbers are told.

In English, as the library declares them; each has to have its translation.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from string import Formatter

from concordant.evidence import Refused
from concordant.evidence.forest import words as forest
from concordant.evidence.library import PooledRow, all_advice, claims, of_row, pooled
from concordant.evidence.library.claims import CAUTION, caution_parts
from concordant.evidence.library.plain import sentences as of_evidence
from concordant.evidence.living import QUESTIONS
from concordant.facts.fact import SIDES
from concordant.plan import INTERVENTIONS
from concordant.plan.at_home import HALF
from concordant.plan.goals import SAYS
from concordant.plan.interventions import dose_in_words
from concordant.plan.phases import AIM
from concordant.progress.small_chart import BY_MISSING_DAYS, DASHED, SHADED, TITLE
from concordant.record import dose_line
from concordant.teaching import EXERCISES, PAGES, Exercise, Page, Standing, cues
from concordant.teaching.later import EARLY_SIGNS
from concordant.teaching.sources import Cited

Counted = tuple[str, str]
"""Of one, and of many."""


def teaching_sentences() -> Iterator[str]:
    """Those that are said as they are, each once."""
    found = (*what_is_taught(), *what_care_is())
    yield from dict.fromkeys(one for one in found if _has_words(one))


def teaching_counts() -> Iterator[Counted]:
    """Those that depend on a number."""
    yield from dict.fromkeys((*dose_line.PARTS.values(), forest.TRIALS))


def what_is_taught() -> Iterator[str]:
    """Pages and exercises."""
    for page in PAGES:
        yield from _of_page(page)
    yield from (one.value for one in Standing if one is not Standing.KNOWN)
    for exercise in EXERCISES:
        yield from _of_exercise(exercise)
    yield from (one.words for one in EARLY_SIGNS)
    yield from (cues.EVERY_SO_OFTEN, cues.ON_SOME_DAYS, cues.ONCE, cues.TWICE, cues.MORE)


def what_care_is() -> Iterator[str]:
    """Programme and plan, what trials found, and how numbers are told."""
    yield from _of_a_programme()
    yield from _of_a_plan()
    yield from _of_trials()
    yield from _of_numbers()


def _of_page(page: Page) -> Iterator[str]:
    yield page.english_title
    for paragraph in page.paragraphs:
        yield from (paragraph.template, *paragraph.points)
    if page.offered is not None:
        yield page.offered.english_why
    yield from _of_sources(page.sources)


def _of_sources(cited: Iterable[Cited]) -> Iterator[str]:
    for one in cited:
        yield from (one.english_name, one.english_how_known)


def _of_exercise(one: Exercise) -> Iterator[str]:
    yield from (one.english_name, *one.english_steps, one.english_feel, one.english_stop, one.english_seen)


def _of_a_programme() -> Iterator[str]:
    yield from (HALF, dose_in_words.HOW_HARD, dose_in_words.PAIN, dose_in_words.NO_PAIN, dose_in_words.RISE)
    yield from (*dose_line.RANGES.values(), dose_line.NO_PAIN, dose_line.MOST_PAIN)


def _of_a_plan() -> Iterator[str]:
    """Names of treatments are those that clinicians use."""
    for one in INTERVENTIONS:
        yield from (one.name, one.dose.load, *one.dose.notes)
    yield from (*AIM.values(), *SAYS)


def _of_trials() -> Iterator[str]:
    yield from of_evidence()
    yield from (CAUTION, *caution_parts())
    yield from (forest.SIDES, forest.FOUND, forest.EXPECTED, forest.ESTIMATE)
    for advice in all_advice():
        yield from (advice.advice, advice.known, advice.not_known)
        for source in advice.sources:
            yield from (source.name, source.kind, source.population, source.says, source.strength, source.how_known)
    for row in pooled():
        yield from (row.comparison, row.outcome, row.time, row.scale, row.grade_certainty, _against(row))
    for claim in claims():
        yield from claim.row.comparison.split(" v ")
    for question in QUESTIONS:
        yield from (question.asks, question.against, question.unit)


def _against(row: PooledRow) -> str:
    """With what it was compared, in a sentence; empty where none can be made of the row."""
    try:
        return of_row(row).against
    except Refused:
        return ""


def _of_numbers() -> Iterator[str]:
    yield from ("yes", "no", *SIDES)
    yield from (f"{{day}} {date(2000, month, 1):%b} {{year}}" for month in range(1, 13))
    yield from (TITLE, SHADED, DASHED, BY_MISSING_DAYS)


def _has_words(sentence: str) -> bool:
    """Not so of what is only a place for another sentence."""
    return any(text.strip() for text, _name, _spec, _conversion in Formatter().parse(sentence))
