"""The muscles in which a trigger point may bring on the headache (examination 3.11).

Trigger points are common in migraine and tension-type headache too; rate pain and recognition, not the nodule
(kappa 0.45, Rathbone 2017). They guide massage; they are no evidence for 11.2.1.
"""

from concordant.criteria import all_of, any_of, at, at_a_visit, not_, one_of, yes
from concordant.diagnosis.source_of_pain.structure import Rival, Sign, Structure, headache_on
from concordant.facts.examination.signs import trigger_point_release_abolishes
from concordant.facts.examination.trigger_points import (
    trigger_point_levator_scapulae,
    trigger_point_levator_scapulae_familiar_headache,
    trigger_point_splenius,
    trigger_point_splenius_familiar_headache,
    trigger_point_sternocleidomastoid,
    trigger_point_sternocleidomastoid_familiar_headache,
    trigger_point_suboccipital,
    trigger_point_suboccipital_familiar_headache,
    trigger_point_upper_trapezius,
    trigger_point_upper_trapezius_familiar_headache,
)
from concordant.facts.fact import SIDES, Fact
from concordant.facts.kinds import Choice, Flag

MUSCLES: dict[str, tuple[str, Fact[Choice], Fact[Flag]]] = {
    "suboccipital": ("Suboccipital muscles", trigger_point_suboccipital, trigger_point_suboccipital_familiar_headache),
    "upper_trapezius": (
        "Upper trapezius",
        trigger_point_upper_trapezius,
        trigger_point_upper_trapezius_familiar_headache,
    ),
    "sternocleidomastoid": (
        "Sternocleidomastoid",
        trigger_point_sternocleidomastoid,
        trigger_point_sternocleidomastoid_familiar_headache,
    ),
    "splenius": ("Splenius", trigger_point_splenius, trigger_point_splenius_familiar_headache),
    "levator_scapulae": (
        "Levator scapulae",
        trigger_point_levator_scapulae,
        trigger_point_levator_scapulae_familiar_headache,
    ),
}

RIVALS = (
    Rival("Tension-type headache with tender muscles", "2.3"),
    Rival("Migraine: trigger points are common in it", "1.1"),
    Rival("Pain from the joint beneath, felt in the muscle"),
)


def _muscle(id: str, side: str) -> Structure:
    name, state, familiar = MUSCLES[id]
    active = all_of(one_of(at(state, side=side), "active"), yes(at(familiar, side=side)))
    quiet = any_of(one_of(at(state, side=side), "none", "latent"), not_(yes(at(familiar, side=side))))
    return Structure(
        id=f"{id} {side}",
        name=f"{name}, {side}",
        side=side,
        pointing_to=(
            Sign("An active trigger point brings on the familiar headache", at_a_visit(active), "examination 3.11"),
        ),
        pointing_away=(
            Sign("No trigger point here brings on the familiar headache", at_a_visit(quiet), "examination 3.11"),
        ),
        beside=(
            Sign(
                "Release of trigger points takes the headache away",
                at_a_visit(yes(trigger_point_release_abolishes)),
                "ICHD-3 A11.2.5, doi:10.1177/0333102417738202",
            ),
            Sign(f"The headache is on the {side}", headache_on(side), "side of the headache"),
        ),
        rivals=RIVALS,
        note="Guides massage; no evidence for 11.2.1.",
    )


IN_MUSCLES = tuple(_muscle(id, side) for id in MUSCLES for side in SIDES)
