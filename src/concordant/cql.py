"""The rule book as a CQL library, for systems that run CQL or ELM."""

from __future__ import annotations

from functools import cache

from concordant.criteria.cql import Library, library
from concordant.diagnosis import BOOK, DIAGNOSES
from concordant.safety import FLAGS, safety_rules
from concordant.settings import changed


@cache
def rule_book() -> Library:
    """Every rule of the book. Red flags are asked of the person, everything else of one headache."""
    said: dict[str, tuple[str, ...]] = {one.code: (one.name, one.source) for one in DIAGNOSES}
    said |= {one.features_key: (f"{one.name}, without its closing criterion",) for one in DIAGNOSES}
    said |= {one.key(level): (one.name, one.source) for one in FLAGS for level in one.levels}
    own = ", ".join(f"{one.name} = {one.value} ({one.default})" for one in changed())
    about = f"With a clinic's own settings (default in brackets): {own}" if own else ""
    return library(BOOK, of_person=frozenset(safety_rules()), said=said, about=about)
