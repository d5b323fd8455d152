"""Why not migraine? What speaks against a diagnosis, by letter; for one that fits, what speaks for it."""

from __future__ import annotations

from concordant.criteria import Trace, Truth, nodes
from concordant.criteria.words import in_full
from concordant.diagnosis.assess import DiagnosisReading, Status
from concordant.diagnosis.explaining.letters import grounds, open_points, outer_letters

LONGEST = 160
"""A criterion is quoted up to so many characters; longer ones stand in the trace."""


def why_not(reading: DiagnosisReading) -> str:
    """Why it does not fit, or does not fit yet; of one that is definite, why it does."""
    name = f"{reading.diagnosis.name} ({reading.diagnosis.code})"
    letters = outer_letters(reading.trace)
    if reading.status is Status.DEFINITE:
        return " ".join([f"Why {name}? Every criterion is met.", *(_told(part) for part in letters)])
    against = [part for part in letters if part.truth is Truth.NOT_MET]
    open_ = [part for part in letters if part.truth is Truth.UNKNOWN]
    if reading.status is Status.EXCLUDED:
        return " ".join([f"Why not {name}?", *map(_told, against)])
    speaks = [_told(part) for part in _inner_against(reading.trace)] or ["Nothing speaks against it so far."]
    waits = "; ".join(f"{part.letter}: {', '.join(open_points(part))}" for part in open_)
    return " ".join([f"Why not {name} yet?", *speaks, f"It waits for {waits}."])


def _inner_against(trace: Trace) -> list[Trace]:
    """Letters within letters that are not met, of a verdict that is open."""
    inner = sorted(letter for letter, truth in trace.letters().items() if truth is Truth.NOT_MET and "." not in letter)
    return [part for letter in inner if (part := trace.lettered(letter)) is not None]


def _told(part: Trace) -> str:
    found = "; ".join(grounds(part)) or "what it asks was not found"
    return f"{part.letter} {_needs(part)}, and here: {found}."


def _needs(part: Trace) -> str:
    node = part.criterion
    if isinstance(node, nodes.AtLeast | nodes.AtMost):
        met = sum(below.truth is Truth.MET for below in part.parts)
        bound = "at least" if isinstance(node, nodes.AtLeast) else "at most"
        return f"asks for {bound} {node.n} of its {len(part.parts)} signs, {met} of them met"
    asked = in_full(node)
    if len(asked) > LONGEST or any(isinstance(below, nodes.Verdict) for below in node.walk()):
        return "is met" if part.truth is Truth.MET else "is not met"
    return f'asks for "{asked}"'
