"""What next: safety questions first, then what tells most for each minute, then whom to ask (decision 0014)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.diagnosis.assess import DiagnosisReading
from concordant.diagnosis.next_test import minutes
from concordant.diagnosis.next_test.c_spine import Step, Uncleared
from concordant.diagnosis.next_test.gates import Gates, gates
from concordant.diagnosis.next_test.information import expected_bits
from concordant.diagnosis.next_test.neck_tests import NECK_TESTS, NeckTest
from concordant.diagnosis.next_test.referral import referrals
from concordant.diagnosis.next_test.suggestion import Kind, Suggestion
from concordant.diagnosis.next_test.verdicts import criteria_questions, settling
from concordant.diagnosis.probability.assumptions import CLUSTER_BELOW_AGE
from concordant.diagnosis.probability.estimate import Estimate, estimated
from concordant.diagnosis.probability.judge import Probability
from concordant.diagnosis.probability.prior import CareSetting
from concordant.diagnosis.probability.results import UPPER_SEGMENTS
from concordant.diagnosis.probability.signs import CLUSTER, SIDE_LOCKED, Sign
from concordant.facts import DICTIONARY, Room, Scope, Supplier
from concordant.facts.examination.active_range import arom_extension_deg
from concordant.facts.examination.palpation import palpation_joint_dysfunction
from concordant.facts.fact import SIDES
from concordant.facts.history.person import age_years
from concordant.facts.safety.history import new_red_flag_sign
from concordant.facts.safety.results import red_flag_cleared
from concordant.record.record import Record
from concordant.safety import WHAT_TO_DO, FlagReading, Safety

JUDGEMENTS = (
    "examiner_confirms_not_better_explained",
    "neck_disorder_accepted_cause",
    "neck_disorder_type",
    "temporal_relation_neck",
    "neck_disorder_clinical_evidence",
)
"""What the examiner concludes when the rest is known; no test of its own."""

SAFETY_LISTED = 3
"""So many safety questions are listed at once; all stand under safety."""


def next_tests(
    record: Record, safety: Safety, headache: str, diagnoses: tuple[DiagnosisReading, ...], sure: Probability
) -> tuple[Suggestion, ...]:
    """The next steps for one headache, best first. Nothing that safety forbids is ever among them."""
    gate = gates(record, safety)
    if gate.stopping:
        return tuple(_answer_flag(flag, headache) for flag in gate.stopping)
    first = list(_safety(gate, headache))
    tests = sorted(_worth(record, gate, headache, diagnoses, sure), key=_order)
    opinions = list(referrals(record, headache, diagnoses, sure, gate))
    room = max(0, minutes.LISTED - len(first) - len(opinions))
    return (*first, *tests[:room], *opinions)


# --- safety ---------------------------------------------------------------------------------------------


def _answer_flag(flag: FlagReading, headache: str) -> Suggestion:
    assert flag.action is not None
    return Suggestion(
        red_flag_cleared.name,
        Kind.SAFETY,
        headache,
        WHAT_TO_DO[flag.action],
        f"A red flag is open: {flag.flag.name}. Nothing else is asked or tested before it is answered.",
        None,
    )


def _safety(gate: Gates, headache: str) -> Iterator[Suggestion]:
    yield from (_answer_urgent(flag, headache) for flag in gate.urgent)
    asked: dict[str, str] = {}
    for injury in gate.injuries:
        if injury.step is Step.ASK:
            asked |= dict.fromkeys(injury.facts, "Canadian C-spine rule: no neck test before it is answered.")
        else:
            yield _after_injury(injury, headache)
    asked |= dict.fromkeys(gate.unasked, "A red flag is not asked, so not clear; no neck test before it is.")
    if not gate.asked_again:
        asked |= {new_red_flag_sign.name: "Any new warning sign since the last visit? Asked at every visit."}
    for fact, why in list(asked.items())[:SAFETY_LISTED]:
        told = DICTIONARY[fact.partition("[")[0]]
        yield Suggestion(fact, Kind.SAFETY, headache, told.ask, why, minutes.SAFETY_CHECK)


def _answer_urgent(flag: FlagReading, headache: str) -> Suggestion:
    assert flag.action is not None
    why = f"A red flag is open: {flag.flag.name}. No test of the neck before it is answered."
    return Suggestion(red_flag_cleared.name, Kind.SAFETY, headache, WHAT_TO_DO[flag.action], why, None)


def _after_injury(injury: Uncleared, headache: str) -> Suggestion:
    fact = injury.facts[0]
    if injury.step is Step.TURN:
        return Suggestion(
            fact,
            Kind.SAFETY,
            headache,
            "The person turns the head actively to each side, 45 degrees or more; no hands on.",
            "Last step of the Canadian C-spine rule: no high-risk factor, and a low-risk factor that allows it.",
            minutes.SAFETY_CHECK,
        )
    return Suggestion(
        fact,
        Kind.REFERRAL,
        headache,
        "Emergency department or physician for imaging of the neck; no neck tests.",
        "The Canadian C-spine rule asks for imaging, or does not apply, after a recent injury.",
        None,
    )


# --- questions and tests --------------------------------------------------------------------------------


def _worth(
    record: Record, gate: Gates, headache: str, diagnoses: tuple[DiagnosisReading, ...], sure: Probability
) -> Iterator[Suggestion]:
    settled_by = settling(diagnoses)
    criteria = criteria_questions(diagnoses)
    by_test = {fact for test in NECK_TESTS for fact in test.fills}
    for test in NECK_TESTS:
        told = _of_test(record, test, headache, settled_by, sure)
        if told is not None and gate.allows(test.techniques, provokes=test.provokes):
            yield told
    asked = dict.fromkeys((*settled_by, *criteria))
    if SIDE_LOCKED not in sure.used:
        asked |= {SIDE_LOCKED.fact: None}
    for fact in asked:
        if fact not in by_test or fact in JUDGEMENTS:
            found = _of_fact(fact, headache, settled_by, criteria, sure)
            if found is not None and (found.kind is not Kind.EXAMINATION or gate.neck_tests):
                yield found


def _of_test(
    record: Record, test: NeckTest, headache: str, settled_by: dict[str, dict[str, int]], sure: Probability
) -> Suggestion | None:
    sign = test.sign
    if sign is CLUSTER and not _completes_cluster(record):
        sign = None
    if sign is not None and (sign in sure.used or sign.name in sure.left_out):
        sign = None
    settles: dict[str, int] = {}
    for fact in test.fills & settled_by.keys():
        for code, together in settled_by[fact].items():
            settles[code] = min(together, settles.get(code, together))
    return _suggestion(test.fact, Kind.EXAMINATION, headache, test.how, test.minutes, settles, sign, 1, sure)


def _completes_cluster(record: Record) -> bool:
    """A painful joint is found, extension is measured and the age is one at which the cluster counts."""
    age = record.read(Term(age_years), UNBOUND).value
    if not isinstance(age, int | float) or age >= CLUSTER_BELOW_AGE:
        return False
    painful = any(
        record.read(Term(palpation_joint_dysfunction, side, segment), UNBOUND).value is True
        for side in SIDES
        for segment in UPPER_SEGMENTS
    )
    return painful and record.read(Term(arom_extension_deg), UNBOUND).known


def _of_fact(
    fact: str,
    headache: str,
    settled_by: dict[str, dict[str, int]],
    criteria: dict[str, tuple[Sign, int]],
    sure: Probability,
) -> Suggestion | None:
    declared = DICTIONARY[fact]
    if declared.supplied_by is Supplier.COMPUTED or declared.scope is Scope.COURSE or declared.room is Room.SAFETY:
        return None
    sign, together = criteria.get(fact, (None, 1))
    if fact == SIDE_LOCKED.fact and SIDE_LOCKED not in sure.used:
        sign, together = SIDE_LOCKED, 1
    kind, takes = _kind(fact)
    return _suggestion(fact, kind, headache, declared.ask, takes, settled_by.get(fact, {}), sign, together, sure)


def _kind(fact: str) -> tuple[Kind, float]:
    declared = DICTIONARY[fact]
    if fact in JUDGEMENTS:
        return Kind.JUDGEMENT, minutes.QUESTION
    if declared.supplied_by is Supplier.REPORT:
        return Kind.QUESTION, minutes.REPORT
    if declared.room is Room.EXAMINATION:
        return Kind.EXAMINATION, minutes.OTHER_FINDING
    return Kind.QUESTION, minutes.QUESTION


def _suggestion(
    fact: str,
    kind: Kind,
    headache: str,
    how: str,
    takes: float,
    settles: dict[str, int],
    sign: Sign | None,
    together: int,
    sure: Probability,
) -> Suggestion | None:
    bits, after = 0.0, None
    if sign is not None and sure.estimate is not None and sign not in sure.used:
        known = frozenset(sure.used.items())
        after = _after(sure.setting, known | {(sign, True)}), _after(sure.setting, known | {(sign, False)})
        means = [one.mean for one in after]
        bits = expected_bits(sure.estimate.mean, max(means), min(means)) / together
    share = max((1 / count for count in settles.values()), default=0.0)
    if not bits and not share:
        return None
    why = _why(bits, settles, sign, together)
    codes = tuple(sorted(settles))
    told = Suggestion(fact, kind, headache, how, why, takes, bits, codes, share)
    if after is None:
        return told
    positive, negative = after
    return replace(
        told,
        if_positive=positive.mean,
        if_negative=negative.mean,
        range_if_positive=(positive.low, positive.high),
        range_if_negative=(negative.low, negative.high),
    )


@lru_cache(maxsize=1024)
def _after(setting: CareSetting, results: frozenset[tuple[Sign, bool]]) -> Estimate:
    """The same few results stand for many questions, and for many people."""
    return estimated(setting, dict(sorted(results, key=lambda one: one[0].key)))


def _why(bits: float, settles: dict[str, int], sign: Sign | None, together: int) -> str:
    told = []
    if bits and sign is not None:
        shared_with = f", together with {together - 1} other answers" if together > 1 else ""
        told.append(f"{sign.name}: tells cervicogenic from other headache{shared_with}.")
    alone = sorted(code for code, count in settles.items() if count == 1)
    shared = sorted(code for code, count in settles.items() if count > 1)
    if alone:
        told.append(f"May settle the criteria of {', '.join(alone)} alone.")
    if shared:
        told.append(f"May settle the criteria of {', '.join(shared)} with other answers.")
    return " ".join(told)


def _order(one: Suggestion) -> tuple[bool, float, str]:
    worth = one.bits + minutes.VERDICT_BITS * one.verdict_share
    return one.kind is Kind.JUDGEMENT, -worth / (one.minutes or 1.0), one.fact
