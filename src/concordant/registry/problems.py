"""What can be wrong with a table of people."""

from __future__ import annotations


class TableError(ValueError):
    """A table that cannot be read as one of people; the message names column, what was found and what is allowed."""
