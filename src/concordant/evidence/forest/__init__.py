"""The forest plot: one row a trial, the pooled effect as a diamond, the prediction interval under it."""

from concordant.evidence.forest.plot import Forest, ForestRow, Summary
from concordant.evidence.forest.svg import svg
from concordant.evidence.forest.words import description, number

__all__ = ["Forest", "ForestRow", "Summary", "description", "number", "svg"]
