"""An assessment as text for a terminal: safety first, then each headache, then what to ask next."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.criteria.words import outline
from concordant.diagnosis import DiagnosisReading
from concordant.diagnosis.beside import BesideReading
from concordant.diagnosis.explaining import for_clinician
from concordant.diagnosis.explaining.reasons import label_of
from concordant.diagnosis.grouped import Group, grouped, own_letters
from concordant.diagnosis.next_test.suggestion import Suggestion
from concordant.diagnosis.probability.judge import Probability
from concordant.diagnosis.source_of_pain import LIMITS, StructureReading
from concordant.facts import DICTIONARY
from concordant.record.contradictions.contradiction import Contradiction
from concordant.record.derive.asking_to_act import asked_to_act
from concordant.safety import FlagReading, InjuryReading, Letter, Safety

WIDTH = 96
MARK = {Truth.MET: "●", Truth.NOT_MET: "✕", Truth.UNKNOWN: "○"}
DISPUTED = "Another entry contradicts this; the flag stays open until it is settled which is right."
IN_SHORT = {
    Group.NOTHING_YET: "Open, and nothing points to them so far",
    Group.EXCLUDED: "Excluded",
}
HEADINGS = {"stop": "STOP: no manual therapy", "caution": "With caution", "allowed": "No restriction found"}


def report(assessment: Assessment, *, every: bool = False) -> str:
    """The report. ``every`` adds the diagnoses that are excluded or to which nothing points, and the full traces."""
    case = assessment.record.case
    day = assessment.as_of
    lines = [f"{case.person.id}, as known on {day.day} {day:%b %Y}", ""]
    lines += _safety(assessment.safety)
    lines += _contradictions(assessment.contradictions)
    lines += _questionnaires(assessment)
    for headache in (assessment.record.headaches[each] for each in assessment.headaches):
        name = f" ({headache.name})" if headache.name else ""
        lines += ["", f"Headache {headache.id}{name}", "-" * (10 + len(headache.id) + len(name))]
        groups = grouped(assessment.of_headache(headache.id))
        for group in Group:
            if every or group in (Group.MAIN, Group.WORTH_ASKING):
                for reading in groups[group]:
                    lines += _diagnosis(reading, every=every)
            else:
                lines += _in_short(group, groups[group])
        lines += _how_sure(assessment.probability(headache.id), every=every)
        lines += _where_from(assessment.sources(headache.id))
        lines += _what_next(assessment.next_tests(headache.id))
        lines += _beside(assessment.beside_of(headache.id))
    if not assessment.record.headaches:
        lines += ["", "No headache is described yet."]
    lines += ["", "● met  ✕ not met  ○ not yet known. This supports a clinician's conclusion and never replaces it."]
    return "\n".join(lines) + "\n"


def _safety(safety: Safety) -> list[str]:
    cautions = ", but mind the cautions" if safety.manual_therapy == "allowed" and safety.open else ""
    lines = [f"Safety: {HEADINGS[safety.manual_therapy]}{cautions}"]
    for flag in safety.open:
        lines += _flag(flag)
    cleared = [flag.flag.name for flag in safety.flags if flag.cleared]
    if cleared:
        lines += _wrapped(f"Followed up and cleared: {'; '.join(cleared)}", "  ")
    if safety.not_screened:
        count = len(safety.not_screened)
        lines += _wrapped(f"Not screened ({count} not asked, so not clear): {_labels(safety.not_screened)}", "  ")
    for injury in safety.injuries:
        lines += _injury(injury)
    return [*lines, *_techniques(safety)]


def _flag(flag: FlagReading) -> Iterator[str]:
    assert flag.action is not None
    yield f"  {flag.action.value.upper().replace('_', ' ')}: {flag.flag.name} [{flag.flag.id}]"
    by = f"By {flag.by.day} {flag.by:%b %Y}: " if flag.by else ""
    yield from _wrapped(f"{by}{flag.do}", "    ")
    yield from _wrapped(f"because: {_labels(flag.because)}", "    ")
    if flag.disputed:
        yield from _wrapped(DISPUTED, "    ")
    if flag.forbids:
        yield from _wrapped(f"forbids {_names(flag.forbids)} {flag.until}", "    ")
    yield from _wrapped(flag.flag.source, "    ")


def _injury(one: InjuryReading) -> Iterator[str]:
    if one.is_due:
        said = f"Canadian C-spine rule ({one.injury}): {_names((one.c_spine.value,))}. {one.step}."
        second = f"NEXUS: {_names((one.nexus.value,))}."
        notes = "".join(f" {note}." for note in one.notes)
        yield from _wrapped(f"{said} {second}{notes}", "  ")


def _techniques(safety: Safety) -> Iterator[str]:
    if safety.forbids:
        yield from _wrapped(f"Not allowed: {_names(safety.forbids)}", "  ")
    limited = [one for one in safety.techniques.values() if one.letter is Letter.LIMITED]
    for one in limited:
        yield from _wrapped(f"Limited: {_names((one.technique,))}: {one.limit} ({one.until})", "  ")
    if safety.not_known:
        yield from _wrapped(f"Not yet known, so what it would block is blocked: {_labels(safety.not_known)}", "  ")


def _names(ids: tuple[str, ...]) -> str:
    return ", ".join(ids).replace("_", " ")


def _contradictions(found: tuple[Contradiction, ...]) -> Iterator[str]:
    if not found:
        return
    yield from ("", "These entries contradict each other")
    for one in found:
        yield from _wrapped(f"{one.says}.", "  ")
        for entry in one.entries:
            yield from _wrapped(f"- {entry.says}", "    ")
        yield from _wrapped(f"Not known until settled: {_labels(one.unknown)}", "    ")


def _questionnaires(assessment: Assessment) -> Iterator[str]:
    found = asked_to_act(assessment.record)
    if found:
        yield from ("", "Questionnaires that ask somebody to act")
    for one in found:
        yield from _wrapped(one.words, "  ")


def _diagnosis(reading: DiagnosisReading, *, every: bool) -> Iterator[str]:
    diagnosis = reading.diagnosis
    marks = "  ".join(f"{MARK[truth]} {letter}" for letter, truth in own_letters(reading).items())
    yield f"  {reading.status.value.upper():<13}{diagnosis.code:<8}{diagnosis.name}"
    yield f"    {marks}"
    yield from _wrapped(for_clinician(reading), "    ")
    for each in reading.subforms:
        if each.truth is Truth.MET or every:
            yield from _wrapped(f"{MARK[each.truth]} {each.subform.code} {each.subform.name}", "    ")
    if reading.label:
        yield from _wrapped(f"Label: {reading.label}", "    ")
    for remark in reading.remarks:
        yield from _wrapped(f"{remark.letter}: {remark.words}", "    ")
    if reading.note:
        yield from _wrapped(reading.note, "    ")
    if every:
        yield from (f"      {line}" for line in outline(reading.trace)[1:])


def _in_short(group: Group, readings: list[DiagnosisReading]) -> Iterator[str]:
    if readings:
        names = ", ".join(one.diagnosis.code for one in readings)
        yield from _wrapped(f"{IN_SHORT[group]}: {names} (--all shows why)", "  ")


def _where_from(found: tuple[StructureReading, ...]) -> Iterator[str]:
    named = [one for one in found if one.truth is Truth.MET]
    if not named:
        yield "  WHERE FROM   nothing found so far points to one structure of the neck"
        return
    yield f"  WHERE FROM   {'; '.join(one.structure.name for one in named)}"
    for one in named:
        yield from _wrapped(f"{one.structure.name}: {'; '.join(sign.sign.says for sign in one.seen)}", "    ")
    yield from _wrapped(LIMITS, "    ")


def _how_sure(sure: Probability, *, every: bool) -> Iterator[str]:
    prior = f"before any test {sure.prior.mean:.0%} ({sure.setting.name})"
    if sure.estimate is None:
        yield f"  HOW SURE     {prior}"
    else:
        number = sure.estimate
        within = f"90 % interval {number.low:.0%} to {number.high:.0%}"
        yield f"  HOW SURE     {number.mean:.0%} cervicogenic ({within}); {prior}"
    for weight in sure.weights if sure.estimate else ():
        result = "positive" if weight.positive else "negative"
        ratio = f"likelihood ratio {weight.ratio:.2g} ({weight.low:.2g} to {weight.high:.2g})"
        yield from _wrapped(f"{weight.sign.name} {result}: {ratio}", "    ")
    for test, why in sure.left_out.items() if every else ():
        name = DICTIONARY[test].label if test in DICTIONARY else test
        yield from _wrapped(f"Left out: {name}: {why}", "    ")
    for sentence in sure.says:
        yield from _wrapped(sentence, "    ")


def _what_next(steps: tuple[Suggestion, ...]) -> Iterator[str]:
    if steps:
        yield "  WHAT NEXT"
    for number, step in enumerate(steps, start=1):
        takes = "" if step.minutes is None else f", {step.minutes:g} min"
        yield from _wrapped(f"{number}. {_labels((step.fact,))} ({step.kind.value}{takes})", "    ")
        yield from _wrapped(step.why, "       ")
        if step.minutes is None:
            yield from _wrapped(step.how, "       ")
        if step.if_positive is not None and step.if_negative is not None:
            change = f"positive {step.if_positive:.0%}, negative {step.if_negative:.0%}; {step.bits:.2f} bit"
            yield from _wrapped(change, "       ")


def _beside(readings: tuple[BesideReading, ...]) -> Iterator[str]:
    yield "  Beside ICHD-3, deciding nothing:"
    for one in readings:
        if one.points is not None:
            yield from _wrapped(f"{one.name}: {one.points} of 5 points, no cut-off", "    ")
        elif one.verdict is not None:
            word = {Truth.MET: "yes", Truth.NOT_MET: "no", Truth.UNKNOWN: "open"}[one.verdict]
            asks = f"; would settle it: {_labels(one.missing)}" if one.missing else ""
            yield from _wrapped(f"{one.name}: {word}{asks}", "    ")


def _labels(names: tuple[str, ...]) -> str:
    return ", ".join(map(label_of, names))


def _wrapped(text: str, indent: str) -> list[str]:
    if not text:
        return []
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False)
