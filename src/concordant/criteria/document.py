"""A rule printed for the documentation: Markdown, with letters, facts and sources."""

from __future__ import annotations

from collections.abc import Collection

from concordant.criteria import nodes
from concordant.criteria.nodes import Criterion, Part
from concordant.criteria.words import phrase


def markdown(criterion: Criterion, told: Collection[str] = ()) -> str:
    """The rule as a nested list. Parts with a name that is ``told`` elsewhere on the page are only named."""
    return "\n".join(_lines(Part(criterion), 0, told)) + "\n"


def _lines(part: Part, depth: int, told: Collection[str]) -> list[str]:
    node = part.criterion
    letter = f"**{part.letter}** " if part.letter else ""
    facts = ", ".join(f"`{term.name}`" for term in node.terms)
    source = f" _({node.source})_" if isinstance(node, nodes.Named) and node.source else ""
    line = f"{'  ' * depth}- {letter}{phrase(node)}{f' — {facts}' if facts else ''}{source}"
    if isinstance(node, nodes.Named) and node.name in told:
        return [line]
    return [line, *(below for part in node.parts for below in _lines(part, depth + 1, told))]
