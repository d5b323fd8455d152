"""Stretches of a day."""

from collections.abc import Iterable

from concordant.booking.problem import Span


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, those that touch or overlap made one."""
    found: list[Span] = []
    for one in sorted(spans):
        if found and one.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)
