"""What was done: each treatment with its sessions, its days and its dose, as the record has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from concordant.assessment import Assessment
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND, Origin
from concordant.facts.plan.episode import adherence_percent_28d
from concordant.facts.values import Span
from concordant.letters.letter import Paragraph, Section, Table
from concordant.letters.words import listed, on
from concordant.plan.interventions.catalogue import BY_ID
from concordant.record.dose_line import dose_line

HEADER = ("Treatment", "Sessions", "From", "To", "Dose")
NO_DOSE = "not on record"
PLANNED = "as planned: {dose}"
DISCIPLINES: Mapping[str, str] = MappingProxyType(
    {
        "physiotherapist": "the physiotherapist",
        "rmt": "the massage therapist",
        "kinesiologist": "the kinesiologist",
        "chiropractor": "the chiropractor",
        "acupuncturist": "the acupuncturist",
        "counsellor": "the counsellor",
        "psychologist": "the psychologist",
        "physician": "the physician",
        "other": "somebody else",
    }
)
HEADING = "What was done"
GIVEN = "Given, with the number of sessions: {given}."
SESSIONS = "Sessions: {counts}."
NOT_SAID = "{count} of them do not say what was done."
ADHERENCE = "Of the home programme {percent} % was done in the last 28 days{counted}."
COUNTED = " ({answered})"
ADHERENCE_UNKNOWN = "How much of the home programme was done is not known."


def treated(assessment: Assessment) -> Table | None:
    """None where no treatment is recorded by name. The doses given, else the dose that was signed last."""
    rows = assessment.record.treatments
    names = dict.fromkeys(one for row in rows for one in row.interventions)
    found = []
    for name in names:
        days = [row.date for row in rows if name in row.interventions]
        found.append((name_of(name), str(len(days)), on(days[0]), on(days[-1]), dose_of(assessment, name)))
    return Table(HEADER, tuple(found)) if found else None


def dose_of(assessment: Assessment, name: str) -> str:
    """As it was given; where that is not written, as it was signed, and said so."""
    given = [one.dose for row in assessment.record.treatments for one in row.done if one.intervention == name]
    told = listed(dict.fromkeys(filter(None, given)))
    if told:
        return told
    items = [one for plan in reversed(assessment.record.plans) if (one := plan.item(name)) is not None]
    signed = next((line for one in items if (line := dose_line(one.dose))), "")
    return PLANNED.format(dose=signed) if signed else NO_DOSE


def name_of(treatment: str) -> str:
    """Of the catalogue; a treatment from elsewhere keeps the name under which it was recorded."""
    return BY_ID[treatment].name if treatment in BY_ID else treatment.replace("_", " ")


def done(assessment: Assessment) -> Iterator[Section]:
    """In short: sessions, what was given, how much was done at home. Nothing where no treatment is recorded."""
    rows = assessment.record.treatments
    if not rows:
        return
    counts = Counter(name for row in rows for name in row.interventions)
    given = listed(f"{name_of(name)} ({count})" for name, count in counts.most_common())
    told = [sessions(assessment), GIVEN.format(given=given) if given else "", adherence(assessment)]
    yield Section(HEADING, (Paragraph(" ".join(filter(None, told)), fixed=True),))


def sessions(assessment: Assessment) -> str:
    """How many sessions with whom; empty where none is recorded."""
    rows = assessment.record.treatments
    if not rows:
        return ""
    counts = Counter(DISCIPLINES[row.discipline] for row in rows)
    told = SESSIONS.format(counts=listed(f"{count} with {who}" for who, count in counts.items()))
    silent = sum(not row.interventions for row in rows)
    return f"{told} {NOT_SAID.format(count=silent)}" if silent else told


def adherence(assessment: Assessment) -> str:
    """Of the last 28 days with how many of them are answered (treatment 5.3), or that it is not known."""
    reading = assessment.record.read(Term(adherence_percent_28d), UNBOUND)
    if isinstance(reading.value, Span):
        percent = f"{reading.value.low:.0f} to {reading.value.high:.0f}"
    elif isinstance(reading.value, int | float):
        percent = f"{reading.value:.0f}"
    else:
        return ADHERENCE_UNKNOWN
    counted = COUNTED.format(answered=reading.note) if reading.origin is Origin.COUNTED else ""
    return ADHERENCE.format(percent=percent, counted=counted)
