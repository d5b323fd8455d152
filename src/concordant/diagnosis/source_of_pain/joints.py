"""The joints C0-C1, C1-C2 and C2-C3 of each side.

What points to a joint is that pressure on it brings on the person's own headache (examination 3.3, 3.12), that a
block of it takes the headache away (diagnosis 3.5), or, for C1-C2, that the joint is stiff and painful and the
flexion-rotation test is limited to that side: flexion locks the lower levels, so that the test moves about C1-C2
alone (examination 3.2). What points away is a joint without tenderness: sensitivity 0.94, LR- 0.08 (0.03-0.24)
for joint pain confirmed by block, in neck pain (Schneider 2014, doi:10.1016/j.apmr.2014.02.026).

Limits: with blocks as the standard, manual examination was perfect in 20 people (Jull 1988) and hardly better than
chance in 173 (King 2007, doi:10.1016/j.spinee.2006.07.009). Pressure on C1 or C2 reproduced the headache of 33 of
34 people with migraine or tension-type headache (Watson 2012, doi:10.1111/j.1526-4610.2012.02169.x).
"""

from concordant.criteria import (
    Criterion,
    all_of,
    any_of,
    at,
    at_a_visit,
    at_or_below,
    not_,
    one_of,
    yes,
)
from concordant.diagnosis.neck.block import abolishing
from concordant.diagnosis.source_of_pain.structure import Rival, Sign, Structure, headache_on
from concordant.facts.examination.flexion_rotation import frt_class
from concordant.facts.examination.palpation import (
    palpation_familiar_headache,
    palpation_headache_resolves,
    palpation_joint_dysfunction,
    palpation_pain_nrs,
)
from concordant.facts.examination.sustained_tests import sustained_pressure_positive
from concordant.facts.fact import SIDES
from concordant.facts.history.block import block_target

SCHNEIDER = "Schneider 2014, doi:10.1016/j.apmr.2014.02.026"
HALL = "Hall 2010, doi:10.1179/106698110X12640740712293"

NAMES = {
    "C0-C1": "Atlanto-occipital joint (C0-C1)",
    "C1-C2": "Lateral atlanto-axial joint (C1-C2)",
    "C2-C3": "Zygapophysial joint C2-C3, third occipital nerve",
}
BLOCKED_AS = {"C1-C2": "c1_2_joint", "C2-C3": "c2_3_joint_or_ton"}

PRESSURE_RIVALS = (
    Rival("Migraine: pressure on C1 or C2 brings on the usual headache in most people with migraine too", "1.1"),
    Rival("Tension-type headache: the same, and tenderness of the neck is common", "2.3"),
    Rival("Pain from the muscles over the joint", "A11.2.5"),
)
OWN_RIVALS = {
    "C1-C2": (
        Rival("Occipital neuralgia: pain from C1-C2 can refer to the same area", "13.4"),
        Rival("A tight flexion-rotation test is common in migraine with neck pain and with pain lower in the neck"),
    ),
    "C2-C3": (
        Rival("Occipital neuralgia: pain from the upper joints can refer to the same area", "13.4"),
        Rival("Radiculopathy C2 or C3", "A11.2.4"),
    ),
}


def _blocked(segment: str) -> tuple[Sign, ...]:
    if segment not in BLOCKED_AS:
        return ()
    at_this_joint = at_a_visit(all_of(one_of(block_target, BLOCKED_AS[segment]), abolishing))
    return (Sign("A block of this joint took the headache away", at_this_joint, "diagnosis 3.5"),)


def _stiff_and_limited(side: str, segment: str) -> tuple[Sign, ...]:
    if segment != "C1-C2":
        return ()
    both: Criterion = all_of(
        yes(at(palpation_joint_dysfunction, side=side, segment=segment)), one_of(at(frt_class, side=side), "positive")
    )
    says = f"Stiff and painful, and the flexion-rotation test is limited to the {side}"
    return (Sign(says, at_a_visit(both), f"product rule; {HALL}"),)


def _joint(segment: str, side: str) -> Structure:
    familiar = yes(at(palpation_familiar_headache, side=side, segment=segment))
    tender = at(palpation_pain_nrs, side=side, segment=segment)
    beside = [
        Sign(
            "The headache eases while the pressure is held",
            at_a_visit(
                any_of(
                    yes(at(palpation_headache_resolves, side=side, segment=segment)),
                    yes(at(sustained_pressure_positive, side=side, segment=segment)),
                )
            ),
            "Cummins 2022, doi:10.1080/10669817.2022.2099181 (against people without headache)",
        ),
        Sign(
            "The joint is stiff and painful",
            at_a_visit(yes(at(palpation_joint_dysfunction, side=side, segment=segment))),
            "examination 3.3",
        ),
        Sign(f"The headache is on the {side}", headache_on(side), "side of the headache"),
    ]
    if segment == "C1-C2":
        limited = one_of(at(frt_class, side=side), "positive")
        beside.append(Sign(f"Flexion-rotation test limited to the {side}", at_a_visit(limited), HALL))
    if segment == "C2-C3":
        free = all_of(*(one_of(at(frt_class, side=each), "negative") for each in SIDES))
        beside.append(Sign("Flexion-rotation test free on both sides, so hardly C1-C2", at_a_visit(free), HALL))
    return Structure(
        id=f"{segment} {side}",
        name=f"{NAMES[segment]}, {side}",
        side=side,
        pointing_to=(
            *_blocked(segment),
            Sign("Pressure on the joint brings on the familiar headache", at_a_visit(familiar), "examination 3.3"),
            *_stiff_and_limited(side, segment),
        ),
        pointing_away=(
            Sign("Pressure on the joint is painless", at_a_visit(at_or_below(tender, 0)), SCHNEIDER),
            Sign("Pressure does not bring on the familiar headache", not_(at_a_visit(familiar)), "examination 3.3"),
        ),
        beside=tuple(beside),
        rivals=(*PRESSURE_RIVALS, *OWN_RIVALS.get(segment, ())),
        note="The C2-C3 joint is the commonest single source after whiplash: third occipital nerve headache in 27 % "
        "(18-36) of 100 people with chronic neck pain (Lord 1994, doi:10.1136/jnnp.57.10.1187)."
        if segment == "C2-C3"
        else "",
    )


JOINTS = tuple(_joint(segment, side) for segment in NAMES for side in SIDES)
