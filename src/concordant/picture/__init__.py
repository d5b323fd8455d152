"""A declared chart (Vega-Lite) as SVG that stands alone: no script, nothing fetched, a title and a description."""

from concordant.picture.svg import compiled, drawn, stand_alone, writable

__all__ = ["compiled", "drawn", "stand_alone", "writable"]
