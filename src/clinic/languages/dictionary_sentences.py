"""Every sentence of the dictionary, of what forms allow, and of the self-check that a page of a person can show.

In English, as they are declared: whoever translates has to have them all, and a test says which are missing.
"""

from collections.abc import Iterator

from clinic.entries.leaves import WORDS_OF_KEYS
from concordant.diagnosis.explaining.for_patient import (
    FITS,
    NEXT,
    TEST_AT_A_VISIT,
    WHO_DECIDES,
    YOU_CAN_TELL,
    YOU_CAN_TELL_MORE,
)
from concordant.diagnosis.explaining.plain_words import PLAIN
from concordant.facts import DICTIONARY, Fact, Kind, Room, Supplier
from concordant.facts.history.person import age_years
from concordant.facts.kinds import DAY_IN_MONTH, Choice, Choices, Form, Quantity, Rows, Table
from concordant.facts.safety.history import new_red_flag_sign
from concordant.facts.units import UNITS
from concordant.measures.questionnaires import OF_FACT
from concordant.measures.questionnaires.flags import HALVES, OF_A_TOTAL, TALK
from concordant.measures.questionnaires.health_today import FROM_VALUE_SET
from concordant.measures.questionnaires.score import (
    ALL_ANSWERED,
    ANSWERED,
    BLANK,
    BLANKS,
    NOT_FROM_ANSWERS,
    NOT_USED,
    ONLY_TOTAL,
    PRORATED,
    TOO_FEW,
)
from concordant.measures.questionnaires.text.english import WORDING
from concordant.selfcheck.points import FAMILIES
from concordant.selfcheck.question import INJURY_ASK, at_first
from concordant.selfcheck.stop import PARAGRAPHS, TITLES
from concordant.teaching.pages.help_at_once import CALL_NOW

BY_PERSON = (Supplier.PATIENT, Supplier.DIARY)
MEASURED = (Room.EXAMINATION, Room.OUTCOMES)
"""The rooms whose numbers a person sees on their own page."""

ALLOWED = (
    "true or false",
    "a whole number from {low} to {high}",
    "a number from {low} to {high}",
    "a whole number from {low} up",
    "a number from {low} up",
    "a whole number up to {high}",
    "a number up to {high}",
    "a whole number",
    "a number",
    "{allowed}, in steps of {step}",
    "{allowed}, or null for never",
    "two numbers [low, high], low first, each {allowed}",
    "one of {words}",
    "a list of any of {words}; [] for none",
    "{allowed}, each once",
    "{allowed}, each once, none alone",
    "a date as YYYY-MM-DD, from 1880 on",
    "text of 1 to {longest} characters",
    "a table of {names}, each {allowed}",
    "a record of {fields}",
    "a list of records, each {fields}",
    "{allowed}; needed: {names}",
    "{value} is not allowed; allowed: {allowed}",
    "headache_today is false, yet intensity_nrs is {worst}",
    "headache_today is true, yet intensity_nrs is 0 (no headache)",
)
"""What may be entered, and what does not go together."""

VALUES = (
    "yes",
    "no",
    "not known",
    "never",
    "none",
    "at least {low}",
    "{low} to {high}",
    "{what}: {value}",
    "{what} {value}",
    "left",
    "right",
    *DAY_IN_MONTH,
)

REFUSED_SCORES = (
    "{value} is not allowed; allowed: {allowed}, null if blank",
    "neither answers nor a total",
    "say which version was used: {versions}",
    "{version} is no version of it; there are: {versions}",
    "it is read item by item and has no total",
    "the total {total} is not a number",
    "the total {total} is out of range; allowed: {ranges}",
    "{one} or {other}",
    "only its total is entered, not the answers",
    "{count} answers; it has {needed} items, null where blank",
    "the answers come to {comes_to}, yet a total of {total} was typed",
    "item {item}: {says}",
)


def sentences() -> Iterator[str]:
    """Each at least once; some come twice."""
    yield from ALLOWED
    yield from VALUES
    yield from WORDS_OF_KEYS
    yield from (unit.after for unit in UNITS.values() if unit.after)
    for fact in DICTIONARY.values():
        yield from _of_fact(fact)
    yield from _of_questionnaires()
    yield from of_self_check()
    yield from of_headaches()


def _of_fact(fact: Fact[Kind]) -> Iterator[str]:
    if fact.supplied_by is Supplier.COMPUTED:
        if fact is age_years:
            yield fact.ask
        return
    # A person reads every entry of their own chart by its label.
    yield fact.label
    yield from _of_kind(fact.kind)
    if fact.supplied_by in BY_PERSON or is_measured(fact):
        yield fact.ask
    if fact.supplied_by in BY_PERSON and fact.room is Room.OUTCOMES:
        # The page of questionnaires says what each score is.
        yield fact.meaning


def is_measured(fact: Fact[Kind]) -> bool:
    """Whether its course stands on the person's own page."""
    return isinstance(fact.kind, Quantity) and fact.room in MEASURED and not fact.segmental


def _of_kind(kind: Kind) -> Iterator[str]:
    match kind:
        case Choice(options=options) | Choices(options=options):
            yield from options.values()
        case Table(keys=keys, values=values, key_word=key_word):
            yield from keys.values()
            if key_word:
                yield key_word
            yield from _of_kind(values)
        case Form(fields=fields):
            for name, part in fields.items():
                yield from dict.fromkeys((name, name.replace("_", " ")))
                yield from _of_kind(part)
        case Rows(row=row):
            yield from _of_kind(row)


def _of_questionnaires() -> Iterator[str]:
    yield from REFUSED_SCORES
    yield from (ANSWERED.text, ONLY_TOTAL.text, NOT_FROM_ANSWERS.text)
    yield from (ALL_ANSWERED, BLANK, BLANKS, TOO_FEW, PRORATED, NOT_USED, FROM_VALUE_SET)
    yield from (*HALVES.values(), OF_A_TOTAL, TALK)
    for one in OF_FACT.values():
        yield one.name
        for bands in (one.bands, *(version.bands for version in one.versions)):
            yield from (band.words for band in bands)
    for wording in WORDING.values():
        if not wording.of_an_owner:
            yield from (wording.stem, *wording.items, *wording.scale.values())


def of_self_check() -> Iterator[str]:
    """What only the self-check says. What to do at once has its own page, which says the rest of a stop."""
    yield from (INJURY_ASK, at_first(new_red_flag_sign.ask))
    for family in FAMILIES:
        yield family.called
        for point in family.points:
            yield from (point.where_met, point.where_not_met)
    yield from TITLES.values()
    for paragraphs in PARAGRAPHS.values():
        for one in paragraphs:
            if one is not CALL_NOW:
                yield from (one.template, *one.points)


def of_headaches() -> Iterator[str]:
    """The kinds of headache in plain words, and how well what is known fits them."""
    yield from (*FITS.values(), *NEXT.values())
    yield from (*YOU_CAN_TELL.values(), YOU_CAN_TELL_MORE, TEST_AT_A_VISIT, WHO_DECIDES)
    for plain in PLAIN.values():
        yield from (plain.name, plain.what)
        if plain.careful:
            yield plain.careful
