"""How often each treatment was given in this episode: stop rules and limits count on it (treatment 1).

A session that does not say what was done may have held any treatment: it widens every count.
"""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.plan.episode import (
    physiotherapy_visits_done,
    sessions_this_technique,
    snag_attempts,
    soft_tissue_sessions_done,
)
from concordant.facts.plan.visit import snag_pain_free
from concordant.facts.values import Span
from concordant.record.case import Treatment
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.interventions import KNOWN, SOFT_TISSUE


@computes(physiotherapy_visits_done)
def physiotherapy(reader: Reader, where: Binding, term: Term) -> Reading:
    """Sessions with a physiotherapist, whatever was done."""
    inputs = Inputs(reader, where)
    if not reader.treatments:
        return inputs.unknown("no treatment is recorded")
    done = sum(one.discipline == "physiotherapist" for one in reader.treatments)
    return inputs.result(done, f"{done} of {len(reader.treatments)} sessions", Origin.COUNTED)


@computes(soft_tissue_sessions_done)
def soft_tissue(reader: Reader, where: Binding, term: Term) -> Reading:
    """Sessions with a massage therapist, or with soft-tissue work by somebody else."""
    inputs = Inputs(reader, where)
    if not reader.treatments:
        return inputs.unknown("no treatment is recorded")
    found = [_is_soft_tissue(one) for one in reader.treatments]
    sure, open_ = found.count(True), found.count(None)
    return inputs.result(Span(sure, sure + open_), _note(sure, len(found), open_), Origin.COUNTED, partial=open_ > 0)


@computes(sessions_this_technique)
def by_technique(reader: Reader, where: Binding, term: Term) -> Reading:
    """Of every treatment of the catalogue, also of those that were never given."""
    inputs = Inputs(reader, where)
    if not reader.treatments:
        return inputs.unknown("no treatment is recorded")
    open_ = sum(not one.interventions for one in reader.treatments)
    counts = {}
    for name in sorted(KNOWN):
        sure = sum(name in one.interventions for one in reader.treatments)
        counts[name] = Span(sure, sure + open_) if open_ else sure
    return inputs.result(counts, f"{len(reader.treatments)} sessions, {open_} do not say", Origin.COUNTED)


@computes(snag_attempts)
def attempts(reader: Reader, where: Binding, term: Term) -> Reading:
    """How often it was written down whether a SNAG was free of pain."""
    inputs = Inputs(reader, where)
    found = reader.findings().get(snag_pain_free.name, ())
    tried = sum(isinstance(finding.value, bool) for _, finding, _ in found)
    return inputs.result(tried, "", Origin.COUNTED) if tried else inputs.unknown("no attempt is recorded")


def _is_soft_tissue(one: Treatment) -> bool | None:
    if one.discipline == "rmt" or SOFT_TISSUE.intersection(one.interventions):
        return True
    return False if one.interventions else None


def _note(sure: int, of: int, open_: int) -> str:
    return f"{sure} of {of} sessions" + (f", {open_} do not say" if open_ else "")
