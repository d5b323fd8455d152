"""Danger signs: what the safety screen asks of the person, most pressing first, and which answers stop.

The flags are those of :mod:`concordant.safety`; none is judged here. What is added is that nobody at home can weigh a
sign: one that the page "When to get help at once" lists under "call" is an emergency here too, though a clinician may
take it for less.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import product

from concordant.assessment import Assessment
from concordant.criteria import Criterion, Truth, evaluate, meets, yes
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.missing import ways_by
from concordant.criteria.reading import UNBOUND
from concordant.criteria.trace import Trace
from concordant.facts import DICTIONARY, Scope, Supplier
from concordant.facts.history.person import birth_date
from concordant.facts.safety.history import (
    bladder_bowel_change,
    hand_clumsiness,
    new_red_flag_sign,
    pain_unlike_any_other,
)
from concordant.facts.safety.vascular import five_d, uci_risk_conditions, uci_symptoms
from concordant.facts.values import UNKNOWN
from concordant.safety import FLAGS, Action
from concordant.safety.instability import instability
from concordant.selfcheck.answers import AGE, INJURY, Answers

STOPPING = (Action.EMERGENCY, Action.SAME_DAY, Action.URGENT)
"""A caution limits techniques: it is for those who treat, and no reason to send anybody anywhere."""

AT_HOME: tuple[tuple[Criterion, Action], ...] = (
    (yes(new_red_flag_sign), Action.EMERGENCY),
    (yes(bladder_bowel_change), Action.EMERGENCY),
    (yes(pain_unlike_any_other), Action.EMERGENCY),
    (meets(five_d, "diplopia", "dysarthria", "dysphagia", "drop_attacks"), Action.EMERGENCY),
    (
        meets(uci_symptoms, "facial_or_lip_paraesthesia", "bilateral_or_four_limb_symptoms", "drop_attacks"),
        Action.EMERGENCY,
    ),
    (yes(hand_clumsiness), Action.SAME_DAY),
)
"""As the page "When to get help at once" has it. Product rule; needs clinical sign-off."""

FIRST = new_red_flag_sign.name
"""The question of every visit comes first: it names what only an examiner could tell otherwise."""

COVERED = frozenset(fact.name for fact in (five_d, bladder_bowel_change, pain_unlike_any_other, hand_clumsiness))
"""What a "no" to FIRST has answered for the self-check: the same signs, in one question. Not entered as a "no"."""

COVERED_AS_EMERGENCY = COVERED | {uci_symptoms.name}
"""Sudden falls are named there too; the other symptoms of the upper neck are not, and are no emergency."""

BY_PERSON = (Supplier.PATIENT, Supplier.DIARY)

FOR_THE_VISIT = frozenset({instability.key(level) for level in instability.levels if level.action is Action.URGENT})
"""A condition and a symptom of the upper neck together hold back the hands of those who treat, and at home nobody
treats: its two long lists are asked at the visit. Its emergency is asked here. Product rule; needs sign-off."""

_LEVELS = sorted(
    (
        (flag.key(level), level.action)
        for flag in FLAGS
        for level in flag.levels
        if level.action in STOPPING and flag.key(level) not in FOR_THE_VISIT
    ),
    key=lambda one: one[1].strength,
)


@dataclass(frozen=True, slots=True)
class Alarm:
    """What has to be done, and the answers that say so."""

    action: Action
    because: tuple[str, ...]
    """Names of the facts."""


def alarms(found: Assessment) -> tuple[Alarm, ...]:
    """Every alarm of these answers."""
    raised = [
        Alarm(one.action, one.because) for one in found.safety.open if one.action is not None and one.action in STOPPING
    ]
    for (criterion, action), headache in product(AT_HOME, found.headaches or ("",)):
        where = UNBOUND.bound(Scope.HEADACHE, headache) if headache else UNBOUND
        if evaluate(criterion, found.record, where).truth is Truth.MET:
            raised.append(Alarm(action, tuple(fact.name for fact in criterion.facts())))
    return tuple(dict.fromkeys(raised))


def alarm(found: Assessment) -> Alarm | None:
    """The strongest alarm of these answers; None where there is none."""
    return min(alarms(found), key=lambda one: one.action.strength, default=None)


def danger_asked(answers: Answers, found: Assessment) -> str | None:
    """The next danger sign to ask for; None where no answer of the person's could raise an alarm any more.

    Of the signs that may raise the most pressing alarm, that which the most alarms hang on: it spares the most.
    """
    if FIRST not in answers:
        return FIRST
    waiting = [names for key, action in _LEVELS if (names := _could_raise(found.rule(key), answers, action))]
    if not waiting:
        return None
    hang_on = Counter(name for names in waiting for name in names)
    return max(waiting[0], key=hang_on.__getitem__)


def _could_raise(trace: Trace, answers: Answers, action: Action) -> tuple[str, ...]:
    """The questions that could raise this alarm, in the order of reading; none where the person's answers cannot."""
    if trace.truth is not Truth.UNKNOWN:
        return ()
    missing = facts_to_ask(trace)
    only = frozenset(name for name in missing if can_be_asked(name, answers) and not _covered(name, answers, action))
    useful: frozenset[str] = frozenset().union(*ways_by(trace, Truth.MET, only))
    return tuple(dict.fromkeys(asked_as(name, answers) for name in missing if name in useful))


def left_open(answers: Answers, found: Assessment) -> tuple[str, ...]:
    """What was answered "I do not know" and an alarm still hangs on, in the order of answering."""
    open_levels = (found.rule(key) for key, _ in _LEVELS)
    missing = {name for trace in open_levels if trace.truth is Truth.UNKNOWN for name in facts_to_ask(trace)}
    hang_on = {FIRST, *(asked_as(name, answers) for name in missing)}
    return tuple(name for name, value in answers.items() if value is UNKNOWN and name in hang_on)


def _covered(name: str, answers: Answers, action: Action) -> bool:
    if name == uci_risk_conditions.name and answers.get(INJURY, UNKNOWN) is False:
        # For an alarm it is asked for a serious injury of the neck alone, and there was none.
        return True
    if answers.get(FIRST, UNKNOWN) is not False:
        return False
    return name in (COVERED_AS_EMERGENCY if action is Action.EMERGENCY else COVERED)


def can_be_asked(name: str, answers: Answers) -> bool:
    """Whether the person can tell this fact, and has not said so or said "I do not know" yet."""
    fact = DICTIONARY[name.partition("[")[0]]
    if fact.supplied_by not in BY_PERSON:
        return False
    if fact.scope is Scope.INJURY and answers.get(INJURY) is False:
        return False
    return asked_as(name, answers) not in answers


def asked_as(name: str, answers: Answers) -> str:
    """The question that brings a fact: an age is enough for a date of birth, and first comes whether there was one."""
    fact = DICTIONARY[name.partition("[")[0]]
    if fact is birth_date:
        return AGE
    if fact.scope is Scope.INJURY and answers.get(INJURY, UNKNOWN) is UNKNOWN:
        return INJURY
    return fact.name
