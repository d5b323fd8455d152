"""Stabs, a patch of scalp, paroxysms along a nerve."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Flag, Quantity, Range

stab_duration_seconds = Fact(
    "stab_duration_seconds",
    Range(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Stab duration",
    ask="How many seconds does one stab of pain last? Give the shortest and the longest.",
    meaning="Length of single stabs",
    section="diagnosis 1.13",
    unit="s",
)

stabs_irregular = Fact(
    "stabs_irregular",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Irregular stabs",
    ask="Do the stabs come with no set pattern, from one to many in a day?",
    meaning="Stabs recur irregularly, one to many a day",
    section="diagnosis 1.13",
)

area_sharply_contoured = Fact(
    "area_sharply_contoured",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Sharply contoured pain area",
    ask="Does the painful spot on your scalp have a clear edge?",
    meaning="Painful scalp patch has a sharp edge",
    section="diagnosis 1.13",
)

area_fixed = Fact(
    "area_fixed",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Fixed pain area",
    ask="Does the painful spot on your scalp always keep the same size and shape?",
    meaning="Patch fixed in size and shape",
    section="diagnosis 1.13",
)

area_round_or_oval = Fact(
    "area_round_or_oval",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Round or oval pain area",
    ask="Is the painful spot on your scalp round or oval?",
    meaning="Patch round or oval",
    section="diagnosis 1.13",
)

area_diameter_cm = Fact(
    "area_diameter_cm",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Pain area diameter",
    ask="How wide is the painful spot on your scalp, in centimetres?",
    meaning="Patch diameter",
    section="diagnosis 1.13",
    unit="cm",
)

occipital_attack_seconds = Fact(
    "occipital_attack_seconds",
    Range(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Occipital paroxysm duration",
    ask="How many seconds does one burst of this pain last? Give the shortest and the longest.",
    meaning="Length of the paroxysms",
    section="diagnosis 1.21",
    unit="s",
)
