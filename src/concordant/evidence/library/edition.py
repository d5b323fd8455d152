"""Which edition of the data set this is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

REVIEWED = date(2026, 11, 23)
"""Day on which the rows were last read against what they cite."""

FOLDER = Path(__file__).parent / "data"
