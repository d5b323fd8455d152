"""Rules as HL7 CQL text and as ELM JSON, and the facts that they read as parameters (decision 0013)."""

from concordant.criteria.cql.facts import parameters
from concordant.criteria.cql.library import Library, library
from concordant.criteria.cql.text import text

__all__ = ["Library", "library", "parameters", "text"]
