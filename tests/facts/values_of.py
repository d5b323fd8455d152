"""Any raw value that a kind accepts, as a file or form would give it."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from concordant.facts.kinds import (
    Choice,
    Choices,
    Day,
    Flag,
    Form,
    Kind,
    Quantity,
    Range,
    Rows,
    Table,
    Words,
)

FAR = 10**6


def raw_values(kind: Kind) -> st.SearchStrategy[Any]:
    """What may be entered for a fact of this kind."""
    match kind:
        case Flag():
            return st.booleans()
        case Quantity():
            return _numbers(kind)
        case Range():
            ends = _numbers(Quantity(kind.low, kind.high))
            return st.one_of(ends, st.tuples(ends, ends).map(sorted))
        case Choice():
            return st.sampled_from([*kind.words, "unknown"])
        case Choices():
            return st.lists(st.sampled_from([word for word in kind.words if word != "none"]), unique=True)
        case Day():
            return st.dates(date(1880, 1, 1)).map(date.isoformat)
        case Words():
            return _texts(kind)
        case Table():
            keys = (
                st.sampled_from(list(kind.keys)) if kind.keys else st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
            )
            return st.dictionaries(keys, raw_values(kind.values), max_size=3)
        case Form():
            every = {name: raw_values(below) for name, below in kind.fields.items()}
            needed = {name: every.pop(name) for name in kind.required}
            return st.fixed_dictionaries(needed, optional=every)
        case Rows():
            return st.lists(raw_values(kind.row), max_size=3)
    raise TypeError(f"no values for {kind}")


def _numbers(kind: Quantity) -> st.SearchStrategy[Any]:
    found: st.SearchStrategy[Any]
    low = -FAR if kind.low is None else kind.low
    high = FAR if kind.high is None else kind.high
    if kind.step is not None:
        step = kind.step
        steps = int((high - low) / step + 1e-9)
        found = st.integers(0, steps).map(lambda n: low + n * step)
    elif kind.whole:
        found = st.integers(int(low), int(high))
    else:
        found = st.one_of(st.integers(int(-(-low // 1)), int(high)), st.floats(low, high))
    return st.one_of(st.none(), found) if kind.null else found


def _texts(kind: Words) -> st.SearchStrategy[str]:
    letters = st.characters(exclude_characters="\x00", exclude_categories=["Cs"])
    return st.text(letters, min_size=1, max_size=min(kind.longest, 40)).filter(
        lambda text: text.translate({ord(each): None for each in kind.strip}).strip()
    )
