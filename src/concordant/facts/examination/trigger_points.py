"""Trigger points by muscle and side."""

from concordant.facts.fact import Fact, Room, Scope, Sides, Supplier
from concordant.facts.history.pattern import pain_regions
from concordant.facts.kinds import Choice, Flag, Table

STATES = {
    "none": "No trigger point",
    "latent": "Latent: tender, pain not known",
    "active": "Active: the person knows the pain",
}

trigger_point_suboccipital = Fact(
    "trigger_point_suboccipital",
    Choice(STATES),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Trigger point, suboccipital",
    ask="Whether there is a trigger spot on this side, and whether you know the pain. The spot is in the small muscles below your skull.",
    meaning="Trigger point in the suboccipital muscles; active = the person knows the pain",
    section="examination 2, 3.11",
    sides=Sides.LEFT_RIGHT,
)

trigger_point_suboccipital_familiar_headache = Fact(
    "trigger_point_suboccipital_familiar_headache",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Familiar headache, suboccipital point",
    ask="Whether pressing the trigger spot on this side brings on your usual headache. The spot is in the small muscles below your skull.",
    meaning="Pressing it brings on the familiar headache",
    section="examination 3.11",
    sides=Sides.LEFT_RIGHT,
    per_headache=True,
)

trigger_point_upper_trapezius = Fact(
    "trigger_point_upper_trapezius",
    Choice(STATES),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Trigger point, upper trapezius",
    ask="Whether there is a trigger spot on this side, and whether you know the pain. The spot is in the muscle at the top of your shoulder.",
    meaning="Trigger point in the upper trapezius; active = the person knows the pain",
    section="examination 2, 3.11",
    sides=Sides.LEFT_RIGHT,
)

trigger_point_upper_trapezius_familiar_headache = Fact(
    "trigger_point_upper_trapezius_familiar_headache",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Familiar headache, upper trapezius point",
    ask="Whether pressing the trigger spot on this side brings on your usual headache. The spot is in the muscle at the top of your shoulder.",
    meaning="Pressing it brings on the familiar headache",
    section="examination 3.11",
    sides=Sides.LEFT_RIGHT,
    per_headache=True,
)

trigger_point_sternocleidomastoid = Fact(
    "trigger_point_sternocleidomastoid",
    Choice(STATES),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Trigger point, sternocleidomastoid",
    ask="Whether there is a trigger spot on this side, and whether you know the pain. The spot is in the long muscle at the side of your neck.",
    meaning="Trigger point in the sternocleidomastoid; active = the person knows the pain",
    section="examination 2, 3.11",
    sides=Sides.LEFT_RIGHT,
)

trigger_point_sternocleidomastoid_familiar_headache = Fact(
    "trigger_point_sternocleidomastoid_familiar_headache",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Familiar headache, sternocleidomastoid point",
    ask="Whether pressing the trigger spot on this side brings on your usual headache. The spot is in the long muscle at the side of your neck.",
    meaning="Pressing it brings on the familiar headache",
    section="examination 3.11",
    sides=Sides.LEFT_RIGHT,
    per_headache=True,
)

trigger_point_splenius = Fact(
    "trigger_point_splenius",
    Choice(STATES),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Trigger point, splenius",
    ask="Whether there is a trigger spot on this side, and whether you know the pain. The spot is in the muscle at the back of your neck.",
    meaning="Trigger point in the splenius; active = the person knows the pain",
    section="examination 2, 3.11",
    sides=Sides.LEFT_RIGHT,
)

trigger_point_splenius_familiar_headache = Fact(
    "trigger_point_splenius_familiar_headache",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Familiar headache, splenius point",
    ask="Whether pressing the trigger spot on this side brings on your usual headache. The spot is in the muscle at the back of your neck.",
    meaning="Pressing it brings on the familiar headache",
    section="examination 3.11",
    sides=Sides.LEFT_RIGHT,
    per_headache=True,
)

trigger_point_levator_scapulae = Fact(
    "trigger_point_levator_scapulae",
    Choice(STATES),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Trigger point, levator scapulae",
    ask="Whether there is a trigger spot on this side, and whether you know the pain. The spot is in the muscle from your neck to your shoulder blade.",
    meaning="Trigger point in the levator scapulae; active = the person knows the pain",
    section="examination 2, 3.11",
    sides=Sides.LEFT_RIGHT,
)

trigger_point_levator_scapulae_familiar_headache = Fact(
    "trigger_point_levator_scapulae_familiar_headache",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Familiar headache, levator scapulae point",
    ask="Whether pressing the trigger spot on this side brings on your usual headache. The spot is in the muscle from your neck to your shoulder blade.",
    meaning="Pressing it brings on the familiar headache",
    section="examination 3.11",
    sides=Sides.LEFT_RIGHT,
    per_headache=True,
)

trigger_point_referral_regions = Fact(
    "trigger_point_referral_regions",
    Table(
        pain_regions.kind,
        {
            "suboccipital": "Suboccipital (below the skull)",
            "upper_trapezius": "Upper trapezius (top of shoulder)",
            "sternocleidomastoid": "Sternocleidomastoid (front and side of neck)",
            "splenius": "Splenius (back of neck)",
            "levator_scapulae": "Levator scapulae (neck to shoulder blade)",
        },
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Trigger point referral regions",
    ask="Where else you feel pain when each trigger spot on this side is pressed.",
    meaning="Where each trigger point refers",
    section="examination 3.11",
    sides=Sides.LEFT_RIGHT,
)

trigger_point_suboccipital_concordant = Fact(
    "trigger_point_suboccipital_concordant",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Concordant trigger point, suboccipital",
    ask="Whether an active trigger spot brings on your usual headache, on any side. The spot is in the small muscles below your skull.",
    meaning="Active trigger point in the suboccipital muscles that brings on the familiar headache, any side",
    section="treatment 1.2",
    per_headache=True,
    derived_from="any side: trigger_point_suboccipital == active and trigger_point_suboccipital_familiar_headache",
)

trigger_point_upper_trapezius_concordant = Fact(
    "trigger_point_upper_trapezius_concordant",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Concordant trigger point, upper trapezius",
    ask="Whether an active trigger spot brings on your usual headache, on any side. The spot is in the muscle at the top of your shoulder.",
    meaning="Active trigger point in the upper trapezius that brings on the familiar headache, any side",
    section="treatment 1.2",
    per_headache=True,
    derived_from="any side: trigger_point_upper_trapezius == active and trigger_point_upper_trapezius_familiar_headache",
)

trigger_point_sternocleidomastoid_concordant = Fact(
    "trigger_point_sternocleidomastoid_concordant",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Concordant trigger point, sternocleidomastoid",
    ask="Whether an active trigger spot brings on your usual headache, on any side. The spot is in the long muscle at the side of your neck.",
    meaning="Active trigger point in the sternocleidomastoid that brings on the familiar headache, any side",
    section="treatment 1.2",
    per_headache=True,
    derived_from="any side: trigger_point_sternocleidomastoid == active and trigger_point_sternocleidomastoid_familiar_headache",
)

trigger_point_levator_scapulae_concordant = Fact(
    "trigger_point_levator_scapulae_concordant",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Concordant trigger point, levator scapulae",
    ask="Whether an active trigger spot brings on your usual headache, on any side. The spot is in the muscle from your neck to your shoulder blade.",
    meaning="Active trigger point in the levator scapulae that brings on the familiar headache, any side",
    section="treatment 1.2",
    per_headache=True,
    derived_from="any side: trigger_point_levator_scapulae == active and trigger_point_levator_scapulae_familiar_headache",
)
