"""Every documented example of the rules: what pytest runs is what the documentation prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module

from concordant.criteria import Criterion, Truth
from tests.spec.tables import verdicts

CHAPTERS = (
    "connectives",
    "counting_connectives",
    "leaves",
    "leaves_of_numbers",
    "bindings",
    "retests",
    "neck",
    "neck_block",
    "neck_closing",
    "neck_beside",
    "whiplash",
    "head_injury",
    "other_trauma",
    "giant_cell_arteritis",
    "dissection",
    "low_csf_pressure",
    "dystonia",
    "radiculopathy",
    "myofascial",
    "occipital_neuralgia",
    "days",
    "migraine",
    "migraine_with_aura",
    "chronic_migraine",
    "probable_migraine",
    "tension_type",
    "cluster",
    "paroxysmal_hemicrania",
    "medication_overuse",
    "hemicrania_continua",
    "other_primary",
    "source_of_pain",
    "flags_snnoop10",
    "flags_snnoop10_of_the_headache",
    "flags_vascular",
    "flags_other_causes",
    "flags_spine",
    "flags_after_injury",
    "response",
    "decisions",
)
"""The modules in which examples stand, in the order of reading."""


@dataclass(frozen=True)
class Example:
    """One criterion, a drawn table of people, and what must be said of each."""

    chapter: str
    title: str
    criterion: Criterion
    table: str
    expected: Mapping[int, Truth]
    book: Mapping[str, Criterion] | None = field(default=None, repr=False)
    """Rules that the criterion refers to, where it does."""

    def found(self) -> dict[int, Truth]:
        """What the engine says."""
        return verdicts(self.criterion, self.table, self.book)


class Chapter:
    """Collects the examples of one module."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.examples: list[Example] = []

    def example(
        self,
        title: str,
        criterion: Criterion,
        table: str,
        expected: Mapping[int, Truth],
        book: Mapping[str, Criterion] | None = None,
    ) -> None:
        """Add an example."""
        self.examples.append(Example(self.title, title, criterion, table, dict(expected), book))


def examples() -> tuple[Example, ...]:
    """All examples, chapter by chapter."""
    chapters: list[Chapter] = [import_module(f"tests.spec.{name}").CHAPTER for name in CHAPTERS]
    return tuple(example for chapter in chapters for example in chapter.examples)
