"""A letter before it is signed: as the rules wrote it, and what a clinician changed in it.

Words are changed, never figures: tables, pictures, doses and open warning signs stay as they were written. In the
document nothing tells what was changed; the draft does, paragraph by paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from concordant.letters.letter import Letter, Paragraph, Part, Points, Section

LONGEST = 4000
"""Characters of one paragraph."""

MOST_CHANGED = 40_000
"""Characters of all changed paragraphs: some twelve pages, set in a fifth of a second. A hundred times as many take ten
seconds and 1.9 GB."""

NO_PLACE = "{place}: there is no such paragraph"
FIXED = "{place}: tells what the record says and cannot be changed"
TOO_MUCH = "what was changed has {length} characters in all; allowed: {longest} at most"
TOO_LONG = "{place}: has {length} characters; allowed: {longest} at most"


class NotEditable(ValueError):
    """``problems``: one sentence for each change that cannot be made."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


@dataclass(frozen=True, slots=True)
class Editable:
    """One paragraph, or one point of a list."""

    place: str
    """Section, part and point by number: ``0.2`` or ``0.2.1``. Of the letter as it was written."""
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Raises NotEditable for a change that cannot be made. The same text as before is no change."""

    kind: str
    """The id of the kind of letter."""
    written: Letter
    edits: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Place -> the new text; empty: left out."""

    def __post_init__(self) -> None:
        before = {one.place: one.text for one in editable(self.written)}
        problems = tuple(_problems(self.written, before, self.edits))
        if problems:
            raise NotEditable(*problems)
        changed = {place: text for place, text in self.edits.items() if _plain(text) != _plain(before[place])}
        object.__setattr__(self, "edits", MappingProxyType(changed))

    @property
    def letter(self) -> Letter:
        """As it goes out."""
        return edited(self.written, self.edits)

    def changed(self, changes: Mapping[str, str]) -> Draft:
        """With further changes; those of a place replace what it had."""
        return replace(self, edits={**self.edits, **changes})


def editable(letter: Letter) -> tuple[Editable, ...]:
    """Everything whose words may be changed, in reading order."""
    return tuple(one for number, section in enumerate(letter.sections) for one in _of_section(number, section))


def _of_section(number: int, section: Section) -> Iterator[Editable]:
    for place, part in enumerate(section.parts):
        match part:
            case Paragraph(text=text, fixed=False):
                yield Editable(f"{number}.{place}", section.heading, text)
            case Points(items=items, fixed=False):
                for point, text in enumerate(items):
                    yield Editable(f"{number}.{place}.{point}", section.heading, text)


def edited(letter: Letter, changes: Mapping[str, str]) -> Letter:
    """With these texts; an empty one leaves its paragraph out. Raises NotEditable, and changes nothing then."""
    before = {one.place: one.text for one in editable(letter)}
    problems = tuple(_problems(letter, before, changes))
    if problems:
        raise NotEditable(*problems)
    sections = (_changed(number, section, changes) for number, section in enumerate(letter.sections))
    return replace(letter, sections=tuple(one for one in sections if one.parts))


def _problems(letter: Letter, before: Mapping[str, str], changes: Mapping[str, str]) -> Iterator[str]:
    for place, text in changes.items():
        if place not in before:
            yield (FIXED if _exists(letter, place) else NO_PLACE).format(place=place)
        elif len(text) > LONGEST and _plain(text) != _plain(before[place]):
            yield TOO_LONG.format(place=place, length=len(text), longest=LONGEST)
    changed = sum(len(text) for place, text in changes.items() if _plain(text) != _plain(before.get(place, "")))
    if changed > MOST_CHANGED:
        yield TOO_MUCH.format(length=changed, longest=MOST_CHANGED)


def _exists(letter: Letter, place: str) -> bool:
    numbers = place.split(".")
    if not all(one.isascii() and one.isdigit() and len(one) < 4 for one in numbers) or len(numbers) not in (2, 3):
        return False
    section, part, *_ = map(int, numbers)
    return section < len(letter.sections) and part < len(letter.sections[section].parts)


def _changed(number: int, section: Section, changes: Mapping[str, str]) -> Section:
    parts = (_part(f"{number}.{place}", part, changes) for place, part in enumerate(section.parts))
    return replace(section, parts=tuple(one for one in parts if one is not None))


def _part(place: str, part: Part, changes: Mapping[str, str]) -> Part | None:
    if isinstance(part, Paragraph):
        text = _plain(changes.get(place, part.text))
        return replace(part, text=text) if text else None
    if isinstance(part, Points):
        items = tuple(
            text for point, one in enumerate(part.items) if (text := _plain(changes.get(f"{place}.{point}", one)))
        )
        return replace(part, items=items) if items else None
    return part


def _plain(text: str) -> str:
    """A form gives other line ends, and spaces at the ends."""
    return text.replace("\r\n", "\n").strip()
