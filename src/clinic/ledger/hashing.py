"""One text for one content, whatever stored it in between, and the hash that seals it."""

import hashlib
import json
from typing import Any


def canonical(content: Any) -> str:
    """The JSON text that is hashed: sorted keys, no spare space, numbers written one way.

    A database may hand back 1e16 as 10000000000000000: whole numbers are therefore always written as such.
    """
    return json.dumps(_plain(content), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def seal(content: Any) -> str:
    """SHA-256 of the canonical text."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise TypeError(f"Keys of JSON are text, not {key!r}")
        return {_plain(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and "\x00" in value:
        raise ValueError("Text with a null character cannot be kept")
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} is not JSON: {value!r}")
