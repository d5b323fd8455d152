"""A rule printed for the documentation: Markdown, with letters, facts and sources."""

from __future__ import annotations

from concordant.criteria import nodes
from concordant.criteria.nodes import Criterion, Part
from concordant.criteria.words import phrase


def markdown(criterion: Criterion) -> str:
    """The rule as a nested list."""
    return "\n".join(_lines(Part(criterion), 0)) + "\n"


def _lines(part: Part, depth: int) -> list[str]:
    node = part.criterion
    letter = f"**{part.letter}** " if part.letter else ""
    facts = ", ".join(f"`{term.name}`" for term in node.terms)
    source = f" _({node.source})_" if isinstance(node, nodes.Named) and node.source else ""
    line = f"{'  ' * depth}- {letter}{phrase(node)}{f' — {facts}' if facts else ''}{source}"
    return [line, *(below for part in node.parts for below in _lines(part, depth + 1))]
