"""The problems that stand in the repository, read once."""

import json
from functools import cache
from pathlib import Path

from concordant.booking import read_event, read_instance

FOLDER = Path(__file__).parent / "instances"


def raw(name):
    """A file as plain values, a fresh copy each time."""
    return json.loads((FOLDER / f"{name}.json").read_bytes())


@cache
def problem(name):
    return read_instance((FOLDER / f"{name}.json").read_bytes(), name=name)


@cache
def event(name, kind="absence"):
    return read_event((FOLDER / f"{name}.{kind}.json").read_bytes(), problem(name))


def read(values):
    """A problem from plain values."""
    return read_instance(json.dumps(values))
