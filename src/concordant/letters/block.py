"""The letter that asks a specialist for a diagnostic block or an opinion: what was tried, how much, what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.facts import Scope
from concordant.facts.history.block import block_done
from concordant.facts.plan.episode import adherence_percent_28d
from concordant.facts.values import UNKNOWN
from concordant.letters.changed import VERDICTS, changed
from concordant.letters.first import first, status
from concordant.letters.found import found, headache_within
from concordant.letters.kind import Kind
from concordant.letters.letter import Paragraph, Points, Section
from concordant.letters.needed import Basis, Consent, To
from concordant.letters.own_words import own_words
from concordant.letters.progress import last_visit, retest_lacking
from concordant.letters.request import Request
from concordant.letters.treated import NO_DOSE, adherence, dose_of, sessions, treated
from concordant.letters.uncertain import uncertain
from concordant.letters.words import listed, on
from concordant.plan.interventions.catalogue import BY_ID

NOTHING_TRIED = "What was tried is not on record."
NO_DOSES = "The dose is not on record of: {names}."
NO_VERDICT = "No measure of the retest can be judged against the first visit."
NO_ADHERENCE = "How much of the home programme was done in the last 28 days is not on record."
NO_SEGMENT = "No finding points to a joint or muscle of the neck, so there is no target to name."
EARLIER = "A diagnostic block of {day} is on record."

WHY = "This headache may come from the neck. Below is what was tried, how much of it, and what came of it."
BLOCK = "Please assess for a diagnostic block, or give us your opinion. What our findings point to: {targets}."
TARGET = "{structures} ({headache})"
CONTROLLED = (
    "If a block is done, one that is compared with another (placebo, or a second agent on another day) tells most. The "
    "score of the headache just before it, and scores for 24 hours after it, let us judge the relief."
)
TRIED = "What was tried"
SIGNS = "What points there"


def targets(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    """Each headache with the structures that its findings point to."""
    found_ = []
    for headache in assessment.headaches:
        names = [one.structure.name for one in assessment.sources(headache) if one.truth is Truth.MET]
        if names:
            found_.append((headache, listed(names)))
    return tuple(found_)


def _lacks(assessment: Assessment, _request: Request) -> Iterator[str]:
    given = dict.fromkeys(one for row in assessment.record.treatments for one in row.interventions)
    if not given:
        yield NOTHING_TRIED
    undosed = [BY_ID[one].name for one in given if dose_of(assessment, one) == NO_DOSE]
    if undosed:
        yield NO_DOSES.format(names=listed(undosed, len(undosed)))
    lacking = list(retest_lacking(assessment))
    yield from lacking
    if not lacking and not any(one.verdict in VERDICTS for one in assessment.changes):
        yield NO_VERDICT
    if assessment.record.read(Term(adherence_percent_28d), UNBOUND).value is UNKNOWN:
        yield NO_ADHERENCE
    if not targets(assessment):
        yield NO_SEGMENT


def _earlier(assessment: Assessment) -> Iterator[str]:
    record = assessment.record
    for headache in assessment.headaches:
        there = UNBOUND.bound(Scope.HEADACHE, headache)
        for visit in record.visits:
            if record.read(Term(block_done), there.bound(Scope.VISIT, visit)).value is True:
                yield EARLIER.format(day=on(record.day_of(visit)))


def _says(assessment: Assessment, request: Request) -> Iterator[Section]:
    pointed = [
        TARGET.format(structures=names, headache=headache_within(assessment, headache))
        for headache, names in targets(assessment)
    ]
    yield first(
        assessment,
        WHY,
        status(assessment),
        asks=(BLOCK.format(targets="; ".join(pointed)), CONTROLLED),
        to_family_doctor=False,
    )
    yield from own_words(request)
    table = treated(assessment)
    assert table is not None, "else it was refused"
    earlier = tuple(Paragraph(one) for one in dict.fromkeys(_earlier(assessment)))
    yield Section(TRIED, (Paragraph(sessions(assessment)), table, Paragraph(adherence(assessment)), *earlier))
    yield changed(assessment)
    yield found(assessment)
    yield Section(SIGNS, (Points(tuple(_signs(assessment)), fixed=True),))
    yield uncertain(assessment)


def _signs(assessment: Assessment) -> Iterator[str]:
    for headache in assessment.headaches:
        for one in assessment.sources(headache):
            if one.truth is Truth.MET:
                yield f"{one.structure.name}: {'; '.join(seen.sign.says for seen in one.seen)}."


DIAGNOSTIC_BLOCK = Kind(
    id="diagnostic_block",
    name="Referral for a diagnostic block",
    title="Request for a diagnostic block or a specialist opinion",
    to=To.PHYSICIAN,
    consent=Consent.PHYSICIAN,
    basis=Basis.ASSESSMENT,
    needs=(
        "Treatments by name, each with its dose, as given or as signed.",
        "A retest with a measure that can be judged.",
        "How much of the home programme was done.",
        "A finding that points to a joint or muscle of the neck.",
    ),
    says=_says,
    lacks=_lacks,
    identifies=last_visit,
)
