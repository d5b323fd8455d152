"""An assessment as text for a terminal: safety first, then each headache, then what to ask next."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.criteria.words import outline
from concordant.diagnosis import DiagnosisReading, Status
from concordant.diagnosis.explaining import for_clinician
from concordant.facts import DICTIONARY
from concordant.record.contradictions.contradiction import Contradiction
from concordant.safety import WHAT_TO_DO, Safety

WIDTH = 96
MARK = {Truth.MET: "●", Truth.NOT_MET: "✕", Truth.UNKNOWN: "○"}
DISPUTED = "Another entry contradicts this; the flag stays open until it is settled which is right."
HEADINGS = {"stop": "STOP: no manual therapy", "caution": "With caution", "allowed": "No restriction found"}


def report(assessment: Assessment, *, every: bool = False) -> str:
    """The report. ``every`` adds excluded diagnoses and the full traces."""
    case = assessment.record.case
    day = assessment.as_of
    lines = [f"{case.person.id}, as known on {day.day} {day:%b %Y}", ""]
    lines += _safety(assessment.safety)
    lines += _contradictions(assessment.contradictions)
    for headache in assessment.record.headaches.values():
        name = f" ({headache.name})" if headache.name else ""
        lines += ["", f"Headache {headache.id}{name}", "-" * (10 + len(headache.id) + len(name))]
        for reading in assessment.of_headache(headache.id):
            if every or reading.status is not Status.EXCLUDED:
                lines += _diagnosis(reading, every=every)
        excluded = [one.diagnosis.code for one in assessment.of_headache(headache.id) if one.status is Status.EXCLUDED]
        if excluded and not every:
            lines.append(f"  Excluded: {', '.join(excluded)} (--all shows why)")
    if not assessment.record.headaches:
        lines += ["", "No headache is described yet."]
    lines += ["", "● met  ✕ not met  ○ not yet known. This supports a clinician's conclusion and never replaces it."]
    return "\n".join(lines) + "\n"


def _safety(safety: Safety) -> list[str]:
    lines = [f"Safety: {HEADINGS[safety.manual_therapy]}"]
    for flag in safety.open:
        assert flag.action is not None
        lines.append(f"  {flag.action.value.upper().replace('_', ' ')}: {flag.flag.name} [{flag.flag.id}]")
        lines += _wrapped(WHAT_TO_DO[flag.action], "    ")
        lines += _wrapped(f"because: {_labels(flag.because)}", "    ")
        if flag.disputed:
            lines += _wrapped(DISPUTED, "    ")
        lines += _wrapped(flag.flag.source, "    ")
    cleared = [flag.flag.name for flag in safety.flags if flag.cleared]
    if cleared:
        lines += _wrapped(f"Followed up and cleared: {'; '.join(cleared)}", "  ")
    if safety.not_screened:
        count = len(safety.not_screened)
        lines += _wrapped(f"Not screened ({count} not asked, so not clear): {_labels(safety.not_screened)}", "  ")
    if safety.forbids:
        lines += _wrapped(f"Not allowed: {', '.join(safety.forbids).replace('_', ' ')}", "  ")
    return lines


def _contradictions(found: tuple[Contradiction, ...]) -> Iterator[str]:
    if not found:
        return
    yield from ("", "These entries contradict each other")
    for one in found:
        yield from _wrapped(f"{one.says}.", "  ")
        for entry in one.entries:
            yield from _wrapped(f"- {entry.says}", "    ")
        yield from _wrapped(f"Not known until settled: {_labels(one.unknown)}", "    ")


def _diagnosis(reading: DiagnosisReading, *, every: bool) -> Iterator[str]:
    diagnosis = reading.diagnosis
    marks = "  ".join(f"{MARK[truth]} {letter}" for letter, truth in _shown_letters(reading))
    yield f"  {reading.status.value.upper():<13}{diagnosis.code:<7}{diagnosis.name}"
    yield f"    {marks}"
    yield from _wrapped(for_clinician(reading), "    ")
    if reading.note:
        yield from _wrapped(reading.note, "    ")
    if every:
        yield from (f"      {line}" for line in outline(reading.trace)[1:])


def _shown_letters(reading: DiagnosisReading) -> list[tuple[str, Truth]]:
    letters = {letter: truth for letter, truth in reading.criteria.items() if "." not in letter}
    return sorted(letters.items())


def _labels(names: tuple[str, ...]) -> str:
    plain = (name.partition("[") for name in names)
    return ", ".join(f"{DICTIONARY[name].label}{mark}{rest}" for name, mark, rest in plain)


def _wrapped(text: str, indent: str) -> list[str]:
    if not text:
        return []
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False)
