"""Which facts each page of the history asks."""

from django.utils.translation import gettext_lazy as _

from clinic.forms.fragment import SECTION_KEYS
from clinic.forms.layout import Section, by_module, facts_to_ask
from concordant.facts import DICTIONARY, Dictionary, Room, Scope

_ROOMS = (Room.HISTORY, Room.SAFETY, Room.DIARY)
_OPEN = ("history.person", "history.pattern", "history.injury")


def of_person(dictionary: Dictionary = DICTIONARY) -> tuple[Section, ...]:
    """The person: everything that belongs neither to one headache nor to one day."""
    sections = by_module(facts_to_ask(Scope.PERSON, rooms=_ROOMS, dictionary=dictionary))
    return _mostly_folded(tuple(sorted(sections, key=lambda section: section.key != "history-person")))


def of_injury(identity: str, dictionary: Dictionary = DICTIONARY) -> tuple[Section, ...]:
    """One crash, fall or blow."""
    return _mostly_folded(by_module(facts_to_ask(Scope.INJURY, dictionary=dictionary), of=identity))


def of_headache(identity: str, dictionary: Dictionary = DICTIONARY) -> tuple[Section, ...]:
    """One headache, but for what the examiner judges at a visit."""
    return _mostly_folded(by_module(facts_to_ask(Scope.HEADACHE, rooms=_ROOMS, dictionary=dictionary), of=identity))


def of_episode(dictionary: Dictionary = DICTIONARY) -> tuple[Section, ...]:
    """This course of care: when it started, towards what, and who pays."""
    facts = [fact for fact in facts_to_ask(Scope.EPISODE, dictionary=dictionary) if fact.name in SECTION_KEYS]
    return (Section("episode", _("This course of care"), tuple(facts)),)


def _mostly_folded(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    opened = {name.replace(".", "-") for name in _OPEN}
    return tuple(
        Section(one.key, one.title, one.facts, one.of, is_open=one.key in opened or len(sections) == 1)
        for one in sections
    )
