"""The record of one evaluation: for every node its truth, and for every leaf what was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from concordant.criteria.nodes import Criterion, Verdict
from concordant.criteria.reading import Reading
from concordant.criteria.truth import Truth


@dataclass(slots=True)
class Trace:
    """One node as it was evaluated. Shared and never changed; not frozen, as that takes longer to make than to find."""

    criterion: Criterion
    truth: Truth
    parts: tuple[Trace, ...] = field(default=(), repr=False)
    """Rules share what they ask, so a trace written out with its parts would have no end: see ``concordant.report``."""
    letter: str | None = None
    readings: tuple[Reading, ...] = ()
    """Of the terms of a leaf, in their order."""
    instance: str = ""
    """Of which injury, headache or visit, where a binding chose one."""

    def leaves(self) -> Iterator[Trace]:
        """All nodes that read a fact, in the order of reading; one that several rules share comes once."""
        seen: set[int] = set()
        waiting = [self]
        while waiting:
            one = waiting.pop()
            if id(one) not in seen:
                seen.add(id(one))
                if one.readings:
                    yield one
                waiting.extend(reversed(one.parts))

    def letters(self) -> dict[str, Truth]:
        """The lettered criteria, outer before inner: A, B, C, C1 … Rules referred to are not entered.

        Nor is what stands below a letter with a dot: 1.1.C belongs to 1.1, and so do its C1 to C4.
        """
        found: dict[str, Truth] = {}
        if isinstance(self.criterion, Verdict):
            return found
        for part in self.parts:
            if part.letter:
                found.setdefault(part.letter, part.truth)
        for part in self.parts:
            if not part.parts or not _is_own(part):
                continue
            for letter, truth in part.letters().items():
                found.setdefault(letter, truth)
        return found

    def lettered(self, letter: str) -> Trace | None:
        """The part with this letter, none of a rule referred to."""
        if isinstance(self.criterion, Verdict):
            return None
        for part in self.parts:
            if part.letter == letter:
                return part
        for part in filter(_is_own, self.parts):
            if found := part.lettered(letter):
                return found
        return None


def _is_own(part: Trace) -> bool:
    return part.letter is None or "." not in part.letter
