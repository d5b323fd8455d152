"""Craniovertebral angle and pressure-pain thresholds."""

from concordant.facts.fact import Fact, Room, Scope, Sides, Supplier
from concordant.facts.kinds import Quantity

craniovertebral_angle_deg = Fact(
    "craniovertebral_angle_deg",
    Quantity(low=10, high=85, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Craniovertebral angle",
    ask="How far forward your head sits, seen in a photo from this side. A smaller number means further forward.",
    meaning="Craniovertebral angle from a side photo; smaller = head further forward. Side = side photographed",
    section="examination 2, 3.9, 5",
    unit="deg",
    sides=Sides.PHOTOGRAPHED,
    usual=(30, 70),
)

ppt_upper_trapezius_kpa = Fact(
    "ppt_upper_trapezius_kpa",
    Quantity(low=5, high=1500),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Pressure-pain threshold, upper trapezius",
    ask="How much pressure on the top of your shoulder it takes before it starts to hurt, on this side.",
    meaning="Pressure-pain threshold, upper trapezius; mean of the readings after the first",
    section="examination 2, 3.10",
    unit="kPa",
    sides=Sides.LEFT_RIGHT,
    usual=(40, 900),
)

ppt_suboccipital_kpa = Fact(
    "ppt_suboccipital_kpa",
    Quantity(low=5, high=1500),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Pressure-pain threshold, suboccipital",
    ask="How much pressure on the spot just below your skull it takes before it starts to hurt, on this side.",
    meaning="Pressure-pain threshold, suboccipital; mean of the readings after the first",
    section="examination 2, 3.10",
    unit="kPa",
    sides=Sides.LEFT_RIGHT,
    usual=(40, 900),
)

ppt_c2_pillar_kpa = Fact(
    "ppt_c2_pillar_kpa",
    Quantity(low=5, high=1500),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Pressure-pain threshold, C2 pillar",
    ask="How much pressure on the side of your upper neck it takes before it starts to hurt, on this side.",
    meaning="Pressure-pain threshold, C2 pillar; mean of the readings after the first",
    section="examination 2, 3.10",
    unit="kPa",
    sides=Sides.LEFT_RIGHT,
    usual=(40, 900),
)

ppt_temporalis_kpa = Fact(
    "ppt_temporalis_kpa",
    Quantity(low=5, high=1500),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Pressure-pain threshold, temporalis",
    ask="How much pressure on your temple it takes before it starts to hurt, on this side.",
    meaning="Pressure-pain threshold, temporalis; mean of the readings after the first",
    section="examination 2, 3.10",
    unit="kPa",
    sides=Sides.LEFT_RIGHT,
    usual=(40, 900),
)

ppt_tibialis_anterior_kpa = Fact(
    "ppt_tibialis_anterior_kpa",
    Quantity(low=5, high=1500),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Pressure-pain threshold, tibialis anterior",
    ask="How much pressure on the front of your shin it takes before it starts to hurt, on this side.",
    meaning="Pressure-pain threshold, tibialis anterior; mean of the readings after the first",
    section="examination 2, 3.10",
    unit="kPa",
    sides=Sides.LEFT_RIGHT,
    usual=(40, 900),
)
