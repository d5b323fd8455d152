"""Whether a problem is still the same, asked by another process and hours later."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from concordant.booking.problem import Event, Instance


def fingerprint(problem: Instance | Event) -> str:
    """The same for equal problems, in every process: sets and mappings are put in order first."""
    text = json.dumps(_plain(problem), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, each.name)) for each in fields(value) if each.compare]
    if isinstance(value, Mapping):
        return sorted([str(key), _plain(one)] for key, one in value.items())
    if isinstance(value, set | frozenset):
        return sorted(str(one) for one in value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, int | float | bool) else str(value)
