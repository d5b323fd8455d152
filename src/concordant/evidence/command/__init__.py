"""``concordant evidence``: pool rows, add a trial, and what stands behind the figures of the clinic's article."""

from concordant.evidence.command.parser import add_to

__all__ = ["add_to"]
