"""What a clinician is told beside the marks of 11.2.1: grades and cases of the tables of diagnosis 3.2 to 3.5.

Each remark is a rule of the book like any other, with a trace; it is told where it is met and decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria import (
    Criterion,
    all_of,
    any_of,
    at_a_visit,
    at_newest_retest,
    not_,
    one_of,
    surely,
    verdict,
    yes,
)
from concordant.diagnosis.closing import two_different_headaches
from concordant.diagnosis.neck import block, parallel
from concordant.diagnosis.neck.block import abolished_by_block, controlled_block
from concordant.diagnosis.neck.cervicogenic import cervicogenic_headache, evident_neck_disorder
from concordant.diagnosis.neck.parallel import improved_in_parallel
from concordant.facts.examination.judgement import neck_disorder_clinical_evidence
from concordant.facts.history.block import TARGETS
from concordant.facts.history.pattern import temporal_relation_neck
from concordant.facts.history.person import neck_disorder_imaging_evidence

CODE = cervicogenic_headache.code


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about one lettered criterion, and when it is told."""

    letter: str
    words: str
    when: Criterion

    @property
    def key(self) -> str:
        """Its key in the rule book."""
        return f"{CODE} {self.letter}: {self.words}"


_is_open = all_of(
    not_(surely(verdict(CODE))),
    not_(surely(not_(verdict(CODE)))),
)
_c = cervicogenic_headache.features.parts[-1].criterion
_chisg_but_open = all_of(surely(verdict("CHISG clinical")), _is_open)

REMARKS: tuple[Remark, ...] = (
    Remark(
        "B",
        "imaging alone: suggestive, not firm",
        all_of(yes(neck_disorder_imaging_evidence), not_(surely(at_a_visit(yes(neck_disorder_clinical_evidence))))),
    ),
    Remark(
        "B",
        "CHISG clinical is met; B, the evident neck disorder, is what is lacking",
        all_of(_chisg_but_open, not_(surely(evident_neck_disorder))),
    ),
    Remark(
        "C",
        "CHISG clinical is met; a second one of C1 to C4 is what is lacking",
        all_of(_chisg_but_open, not_(surely(_c))),
    ),
    Remark("C1", "plausible in time: the examiner decides", one_of(temporal_relation_neck, "plausible")),
    Remark(
        "C2", "neck better, headache not: reconsider the diagnosis", at_newest_retest(parallel.neck_without_headache)
    ),
    Remark("C2", "headache better without the neck", at_newest_retest(parallel.headache_without_neck)),
    Remark(
        "C2",
        "falling, not yet both beyond chance and important: next retest, 56 days",
        at_newest_retest(all_of(parallel.neck_better, parallel.headache_falling)),
    ),
    Remark(
        "C2",
        "neck better for less than 12 weeks, headache not: wait for the next retest",
        at_newest_retest(parallel.wait_for_headache),
    ),
    Remark("C2", "improved, not yet held", at_newest_retest(parallel.not_yet_held)),
    Remark("C2", "improved, but not in parallel", at_newest_retest(parallel.not_parallel)),
    Remark(
        "C2", "something else changed in the same time, so nothing is concluded", at_newest_retest(parallel.confounded)
    ),
    Remark("C2", "the neck has not changed: treatment has not tested the link", at_newest_retest(parallel.untested)),
    Remark("C2", "the neck is worse: safety check first", at_newest_retest(parallel.neck_worse)),
    Remark(
        "C2",
        "a main verdict, of week 12 or later",
        all_of(any_of(improved_in_parallel, not_(improved_in_parallel)), at_newest_retest(parallel.main_verdict)),
    ),
    Remark(
        "C2",
        "neck and headache relapsed together: support, no criterion",
        all_of(improved_in_parallel, at_newest_retest(parallel.relapsed)),
    ),
    Remark("C4", "abolished by a controlled block", all_of(abolished_by_block, controlled_block)),
    Remark("C4", "abolished by a block, uncontrolled", all_of(abolished_by_block, not_(surely(controlled_block)))),
    Remark("C4", "partial relief, supportive", all_of(not_(abolished_by_block), block.partly_relieved)),
    Remark("C4", "placebo response", block.placebo_response),
    Remark("C4", "block not informative", block.not_informative),
    Remark(
        "C4",
        "block of an occipital nerve or trigger point only: the examiner may accept it",
        all_of(not_(surely(abolished_by_block)), block.peripheral_not_accepted),
    ),
    *(
        Remark(
            "C4",
            f"no relief from the block of {_name[0].lower() + _name[1:] if _name[1].islower() else _name}: "
            "refutes this target only",
            block.refuted_target[_target],
        )
        for _target, _name in TARGETS.items()
    ),
    Remark("D", "the examiner sees two different headaches: describe each by itself", two_different_headaches),
)


def remark_rules() -> dict[str, Criterion]:
    """Every remark by its key."""
    return {remark.key: remark.when for remark in REMARKS}
