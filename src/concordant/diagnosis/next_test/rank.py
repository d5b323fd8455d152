"""What next: safety questions first, then what tells most for each minute, then whom to ask (decision 0014)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from concordant.diagnosis.assess import DiagnosisReading
from concordant.diagnosis.next_test import minutes
from concordant.diagnosis.next_test.gates import Gates, gates
from concordant.diagnosis.next_test.information import expected_bits
from concordant.diagnosis.next_test.neck_tests import NECK_TESTS, NeckTest
from concordant.diagnosis.next_test.referral import referrals
from concordant.diagnosis.next_test.safety_first import answer_flags, safety_questions
from concordant.diagnosis.next_test.suggestion import Kind, Suggestion
from concordant.diagnosis.next_test.verdicts import criteria_questions, settling
from concordant.diagnosis.probability.estimate import Estimate, estimated
from concordant.diagnosis.probability.judge import Probability
from concordant.diagnosis.probability.prior import CareSetting
from concordant.diagnosis.probability.signs import SIDE_LOCKED, Sign
from concordant.diagnosis.worth_asking import Worth, worth_asking
from concordant.facts import DICTIONARY, Room, Scope, Supplier
from concordant.record.record import Record
from concordant.safety import Safety

JUDGEMENTS = (
    "examiner_confirms_not_better_explained",
    "neck_disorder_accepted_cause",
    "neck_disorder_type",
    "temporal_relation_neck",
    "neck_disorder_clinical_evidence",
)
"""What the examiner concludes when the rest is known; no test of its own."""

OTHER_FINDING = ("soft_tissue",)
"""The technique without which no other finding of the neck is looked for: most are felt for."""


def next_tests(
    record: Record, safety: Safety, headache: str, diagnoses: tuple[DiagnosisReading, ...], sure: Probability
) -> tuple[Suggestion, ...]:
    """The next steps for one headache, best first. Nothing that safety forbids is ever among them."""
    gate = gates(record, safety)
    if gate.stopping:
        return answer_flags(gate, headache)
    worth = worth_asking(diagnoses)
    dangerous = frozenset(code for code, one in worth.items() if one is Worth.DANGER)
    first = list(safety_questions(gate, headache))
    settled_by = settling(one for one in diagnoses if one.diagnosis.code in worth and worth[one.diagnosis.code].matters)
    steps = _worth(gate, headache, settled_by, criteria_questions(diagnoses), sure)
    tests = sorted(steps, key=lambda one: _order(one, dangerous))
    opinions = list(referrals(record, headache, diagnoses, sure, gate))
    room = max(0, minutes.LISTED - len(first) - len(opinions))
    return (*first, *tests[:room], *opinions)


def _worth(
    gate: Gates,
    headache: str,
    settled_by: dict[str, dict[str, int]],
    criteria: dict[str, tuple[Sign, int]],
    sure: Probability,
) -> Iterator[Suggestion]:
    by_test = {fact for test in NECK_TESTS for fact in test.fills}
    for test in NECK_TESTS:
        if gate.allows(test.techniques, provokes=test.provokes):
            told = _of_test(test, gate, headache, settled_by, sure)
            if told is not None:
                yield told
    asked = dict.fromkeys((*settled_by, *criteria))
    if SIDE_LOCKED not in sure.used:
        asked |= {SIDE_LOCKED.fact: None}
    for fact in asked:
        if fact not in by_test or fact in JUDGEMENTS:
            found = _of_fact(fact, headache, settled_by, criteria, sure)
            if found is not None and (found.kind is not Kind.EXAMINATION or gate.allows(OTHER_FINDING)):
                yield found


def _of_test(
    test: NeckTest, gate: Gates, headache: str, settled_by: dict[str, dict[str, int]], sure: Probability
) -> Suggestion | None:
    sign = test.sign
    if sign is not None and (sign in sure.used or sign.name in sure.left_out):
        sign = None
    settles: dict[str, int] = {}
    for fact in test.fills & settled_by.keys():
        for code, together in settled_by[fact].items():
            settles[code] = min(together, settles.get(code, together))
    how = " ".join((test.how, *(f"Limited today, {limit}." for limit in gate.limits(test.techniques))))
    return _suggestion(test.fact, Kind.EXAMINATION, headache, how, test.minutes, settles, sign, 1, sure)


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


def _order(one: Suggestion, dangerous: frozenset[str]) -> tuple[bool, bool, float, str]:
    """What settles a dangerous cause first; what the examiner concludes last; between them worth for each minute."""
    worth = one.bits + minutes.VERDICT_BITS * one.verdict_share
    conclusion = one.kind is Kind.JUDGEMENT
    return conclusion, dangerous.isdisjoint(one.settles), -worth / (one.minutes or 1.0), one.fact
