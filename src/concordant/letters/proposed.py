"""What comes next: the proposals that hold at this retest, what discharge still lacks, when the next retest is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.letters.letter import Paragraph, Points, Section
from concordant.letters.plans import plans
from concordant.letters.words import on
from concordant.progress import Action, Status
from concordant.progress.next_retest import next_retest

HELD = (
    "We hold care of the neck until the warning signs are answered. What was measured does not steer care until then."
)
HEADING = "What we propose"
LACKS = "Discharge still lacks: {lacking}."
NOT_MET, NOT_KNOWN = "{says} (not met)", "{says} (not known)"
LATE = "A retest has been due since {day}."
NEXT = "The next retest is planned for {day}."
NOTHING_YET = "Nothing is decided yet, so nothing is progressed; the answers that are missing are named below."


def proposed(assessment: Assessment) -> Section:
    """As the signer has confirmed it."""
    return Section(HEADING, (Points(tuple(_proposals(assessment))), *_when(assessment)))


def _proposals(assessment: Assessment) -> Iterator[str]:
    found = assessment.progress
    if found.status is Status.RED:
        yield HELD
        return
    yield from (one.decision.says for one in found.decisions)
    if not found.decisions:
        yield NOTHING_YET
    lacking = [(NOT_MET if one.truth is Truth.NOT_MET else NOT_KNOWN).format(says=one.says) for one in found.lacking]
    if lacking and found.action in (Action.PROGRESS, Action.DISCHARGE):
        yield LACKS.format(lacking="; ".join(lacking))


def _when(assessment: Assessment) -> Iterator[Paragraph]:
    plan = next_retest(assessment.record)
    if plan is None or assessment.progress.action in (Action.REFER, Action.DISCHARGE):
        return
    if plan.late_since is not None and not _told(assessment, plan.late_since):
        yield Paragraph(LATE.format(day=on(plan.late_since)))
    # A signed plan tells its own day.
    if plan.on is not None and not any(one.retest for one in plans(assessment)):
        yield Paragraph(NEXT.format(day=on(plan.on)))


def _told(assessment: Assessment, since: date) -> bool:
    """The retest of which this letter tells is that one: also where nothing but questionnaires was asked at it."""
    visit = assessment.progress.visit
    return visit is not None and assessment.record.day_of(visit) >= since
