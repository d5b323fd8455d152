"""The reference files: rows of a data set, and what metafor gives for them."""

import csv
import json
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent / "reference"
CLOSED_FORM = 1e-8


def expected(name):
    """What metafor makes of a data set."""
    return json.loads((FOLDER / f"{name}.expected.json").read_text(encoding="utf-8"))


def rows(name):
    """The rows of a data set, as they stand."""
    with (FOLDER / f"{name}.rows.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def columns(name, *wanted):
    """Columns as numbers."""
    return [np.array([float(row[each]) for row in rows(name)]) for each in wanted]
