"""Documents that people write: the text of a YAML (or JSON) file -> a tree of plain values, each with its line.

YAML 1.2, so that the bare words on, off, yes and no stay words and nothing is turned into a date. Duplicate keys,
anchors and aliases (the stuff of "billion laughs" files), tags, several documents, deep nesting and oversized files are
refused.
"""

from concordant.document.scalars import Figure, as_written, core_schema
from concordant.document.tree import Limits, Located, Unreadable, tree_of

__all__ = ["Figure", "Limits", "Located", "Unreadable", "as_written", "core_schema", "tree_of"]
