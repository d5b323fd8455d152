"""When examination leaves it open: whose opinion or which block is the reasonable question (diagnosis 1.12, 3.5).

Only physicians order blocks; a block is never the first step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from concordant.criteria import Truth, all_of, any_of, evaluate, known, meets, not_, one_of, surely, yes
from concordant.criteria.nodes import Criterion
from concordant.criteria.reading import UNBOUND
from concordant.diagnosis.assess import DiagnosisReading, Status
from concordant.diagnosis.neck.labels import CODE as CERVICOGENIC
from concordant.diagnosis.next_test.gates import Gates
from concordant.diagnosis.next_test.minutes import MAIN_RETEST_DAYS
from concordant.diagnosis.next_test.suggestion import Condition, Kind, Suggestion
from concordant.diagnosis.probability.judge import Probability
from concordant.diagnosis.probability.results import MIGRAINE_CODES, without_closing
from concordant.diagnosis.probability.signs import CONCORDANT, FLEXION_ROTATION
from concordant.diagnosis.worth_asking import OPEN
from concordant.facts import Scope
from concordant.facts.examination.judgement import examiner_confirms_not_better_explained
from concordant.facts.examination.signs import (
    gon_or_c2_trigger_point,
    occipital_nerve_tender,
    scalp_dysaesthesia_or_allodynia,
)
from concordant.facts.history.autonomic import (
    cas_conjunctival_or_tearing,
    cas_eyelid_oedema,
    cas_nasal,
    cas_sweating,
    indomethacin_response,
    restlessness,
)
from concordant.facts.history.block import block_done, occipital_block_eases
from concordant.facts.history.pattern import headache_continuous, laterality, pain_qualities
from concordant.record.record import Record

RELATIONS = ("C1", "C2", "C3")
BLOCK = (
    "Ask the physician whether a diagnostic block is wanted; only physicians order it. Usual order of targets where "
    "the injection clinic chooses: C2-3 joint or third occipital nerve first, then C3-4, then lateral C1-2."
)

_hemicrania = all_of(
    one_of(laterality, "left_always", "right_always"),
    any_of(
        yes(headache_continuous),
        yes(restlessness),
        *(
            one_of(sign, "ipsilateral")
            for sign in (cas_conjunctival_or_tearing, cas_nasal, cas_eyelid_oedema, cas_sweating)
        ),
    ),
    not_(surely(known(indomethacin_response))),
)
_occipital = all_of(
    meets(pain_qualities, "shooting", "stabbing", "sharp"),
    yes(scalp_dysaesthesia_or_allodynia),
    any_of(yes(occipital_nerve_tender), yes(gon_or_c2_trigger_point)),
    not_(surely(known(occipital_block_eases))),
)


def referrals(
    record: Record, headache: str, diagnoses: Iterable[DiagnosisReading], sure: Probability, gate: Gates
) -> Iterator[Suggestion]:
    """The opinions that are the reasonable question now."""
    readings = {one.diagnosis.code: one for one in diagnoses}

    def holds(criterion: Criterion) -> bool:
        where = UNBOUND.bound(Scope.HEADACHE, headache)
        return evaluate(criterion, record, where).truth is Truth.MET

    neck = readings[CERVICOGENIC]
    offered = (
        _referral(
            indomethacin_response.name,
            headache,
            "Ask the physician about a trial of indomethacin.",
            "Side-locked pain that is continuous, or comes with an autonomic sign or restlessness, may be hemicrania "
            "continua (ICHD-3 3.4), which only its answer to indomethacin tells from a headache of the neck.",
            (
                Condition("11.2.1 is not excluded", neck.status is not Status.EXCLUDED),
                Condition(
                    "side-locked; continuous, an autonomic sign or restlessness; not tried",
                    holds(_hemicrania),
                ),
            ),
        ),
        _referral(
            occipital_block_eases.name,
            headache,
            "Ask the physician about occipital neuralgia and a block of the nerve.",
            "Shooting pain with allodynia and a tender occipital nerve asks for 13.4, which needs a block.",
            (
                Condition("11.2.1 is not excluded", neck.status is not Status.EXCLUDED),
                Condition("shooting pain, scalp allodynia, tender nerve; no block yet", holds(_occipital)),
            ),
        ),
        _referral(
            examiner_confirms_not_better_explained.name,
            headache,
            "Tell the physician, who treats the migraine; judge both once the course of neck and headache is known.",
            "This headache meets criteria of migraine as well; neck findings are common in migraine.",
            (
                Condition("11.2.1 is not excluded", neck.status is not Status.EXCLUDED),
                Condition("criteria of migraine are met", _migraine(readings)),
            ),
        ),
        _block(record, headache, neck, sure, gate),
    )
    return (one for one in offered if all(condition.met for condition in one.conditions))


def _referral(fact: str, headache: str, how: str, why: str, conditions: tuple[Condition, ...]) -> Suggestion:
    return Suggestion(fact, Kind.REFERRAL, headache, how, why, None, conditions=conditions)


def _migraine(readings: dict[str, DiagnosisReading]) -> bool:
    return any(code in readings and without_closing(readings[code]) is Truth.MET for code in MIGRAINE_CODES)


def _block(record: Record, headache: str, neck: DiagnosisReading, sure: Probability, gate: Gates) -> Suggestion:
    letters = neck.criteria
    # Borderline is an answer too; a masked palpation is none.
    turned = FLEXION_ROTATION in sure.used or FLEXION_ROTATION.name in sure.left_out
    examined = turned and CONCORDANT in sure.used
    started = record.case.episode.started
    late = started is not None and (record.as_of - started).days >= MAIN_RETEST_DAYS
    apart = letters["C2"] is Truth.NOT_MET and letters["C3"] is Truth.MET
    one_is_met = any(letters[letter] is Truth.MET for letter in RELATIONS)
    why = (
        "The neck signs are there, but the headache did not follow the neck."
        if apart
        else "All that examination can tell is known, and the criteria are still open at the main retest."
    )
    return _referral(
        block_done.name,
        headache,
        BLOCK,
        why,
        (
            Condition("11.2.1 is open", neck.status in OPEN),
            Condition("flexion-rotation test and segmental palpation are done", examined),
            Condition("still open at the main retest, or neck and headache go apart", late or apart),
            Condition("one of C1 to C3 is met, so that C4 would decide C", one_is_met),
            Condition("no block has been judged", letters["C4"] is Truth.UNKNOWN),
            Condition("red flags are asked and none is open", gate.neck_tests),
        ),
    )
