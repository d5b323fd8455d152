"""What is wrong with a case file: each problem with its place, its value and what is allowed."""

from __future__ import annotations

from dataclasses import dataclass

SHOWN = 60


def shown(value: object) -> str:
    """A value as it is quoted in a message, cut where it is long."""
    text = repr(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that must be put right."""

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"line {self.line}" if self.line else ""
        where = ", ".join(part for part in (place, self.path) if part)
        return f"{where}: {self.message}" if where else self.message


class CaseFileError(ValueError):
    """A case that cannot be read; holds every problem found."""

    def __init__(self, problems: list[Problem], name: str = "") -> None:
        self.problems = tuple(problems)
        self.name = name
        super().__init__("\n".join(f"{name + ': ' if name else ''}{problem}" for problem in problems))
