"""Signs beside the eye and nose, restlessness and the indomethacin trial: the side-locked mimics."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Flag, Quantity

SIDE_OF_THE_SIGN = {
    "none": "No",
    "ipsilateral": "Yes, on the pain side only",
    "other_side_or_both": "Yes, on the other side or both sides",
    "unknown": "Not sure",
}

cas_conjunctival_or_tearing = Fact(
    "cas_conjunctival_or_tearing",
    Choice(SIDE_OF_THE_SIGN),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Red eye or tearing",
    ask="When you have this pain, does an eye turn red or water? On which side?",
    meaning="Red eye and/or tearing with the pain",
    section="diagnosis 1.10, 1.12",
)

cas_nasal = Fact(
    "cas_nasal",
    Choice(SIDE_OF_THE_SIGN),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Nasal congestion or runny nose",
    ask="When you have this pain, is your nose blocked or runny? On which side?",
    meaning="Blocked and/or running nose with the pain",
    section="diagnosis 1.10, 1.12",
)

cas_eyelid_oedema = Fact(
    "cas_eyelid_oedema",
    Choice(SIDE_OF_THE_SIGN),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Eyelid oedema",
    ask="When you have this pain, does an eyelid swell? On which side?",
    meaning="Swollen eyelid with the pain",
    section="diagnosis 1.10, 1.12, 2.1",
)

cas_sweating = Fact(
    "cas_sweating",
    Choice(SIDE_OF_THE_SIGN),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Forehead or facial sweating",
    ask="When you have this pain, does your forehead or face sweat? On which side?",
    meaning="Forehead or face sweating with the pain",
    section="diagnosis 1.10, 1.12",
)

restlessness = Fact(
    "restlessness",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Restlessness or agitation",
    ask="Do you feel restless during attacks, so that it is hard to keep still?",
    meaning="Restless or agitated during attacks",
    section="diagnosis 1.10, 1.12",
)

exacerbations_moderate_or_worse = Fact(
    "exacerbations_moderate_or_worse",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Exacerbations, moderate or worse",
    ask="Does your steady pain flare up at times, so that it is moderate or stronger?",
    meaning="Background pain has flare-ups of moderate or greater intensity",
    section="diagnosis 1.12",
)

indomethacin_response = Fact(
    "indomethacin_response",
    Choice(
        {
            "not_tried": "Not tried",
            "inadequate_dose": "Tried, but the dose was too low",
            "absolute": "The headache went away fully",
            "partial_or_none": "Helped in part or not at all",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.REPORT,
    label="Indomethacin response",
    ask="How well a drug called indomethacin worked when a doctor had you try it for this headache.",
    meaning="Result of an indomethacin trial run by a physician",
    section="diagnosis 1.11, 1.12, 2.1",
)

indomethacin_max_daily_mg = Fact(
    "indomethacin_max_daily_mg",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.REPORT,
    label="Highest indomethacin dose",
    ask="The most indomethacin you took by mouth in one day of the trial, in milligrams.",
    meaning="Highest oral dose reached in the trial",
    section="diagnosis 1.11",
    unit="mg/d",
)

ergot_or_triptan_effect = Fact(
    "ergot_or_triptan_effect",
    Choice(
        {
            "clear": "It clearly helped",
            "marginal_or_none": "It helped very little or not at all",
            "not_tried": "I have not tried it",
            "unknown": "Not sure",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Ergotamine or sumatriptan effect",
    ask="Have you tried ergotamine or sumatriptan for this headache? How well did it work?",
    meaning="Effect of ergotamine or sumatriptan on this headache",
    section="diagnosis 2.1",
)
