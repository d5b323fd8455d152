"""Input that cannot be used, and where it stands."""

from __future__ import annotations


class Refused(ValueError):
    """One value that cannot be used: its row (1-based; in an array its index), column, itself, what is allowed."""

    def __init__(
        self,
        says: str,
        *,
        row: int | None = None,
        column: str = "",
        value: object = None,
        allowed: str = "",
        index: tuple[int, ...] = (),
    ) -> None:
        self.says, self.row, self.column, self.value, self.allowed = says, row, column, value, allowed
        self.index = index
        parts = [says]
        if row is not None:
            parts.append(f"row {row}")
        if index:
            parts.append(f"at index {index[0] if len(index) == 1 else index}")
        if column:
            parts.append(f"column {column}")
        if value is not None:
            parts.append(f"value {value!r}")
        if allowed:
            parts.append(f"allowed: {allowed}")
        super().__init__("; ".join(parts))
