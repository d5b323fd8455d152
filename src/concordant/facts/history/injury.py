"""A crash, fall or blow, and what came straight after it."""

from concordant.facts.fact import Code, Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choices, Day, Flag, Quantity

whiplash_occurred = Fact(
    "whiplash_occurred",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Whiplash mechanism",
    ask="In this injury, did your head jerk suddenly so that your neck bent back or forward? The force may have been strong or light.",
    meaning="Sudden, inadequately restrained acceleration/deceleration of the head with neck flexion/extension; force may be high or low",
    section="diagnosis 1.2, 1.2.1, 4.9",
    codes=(Code("SNOMED CT", "39848009", "Whiplash injury to neck", "read"),),
)

injury_date = Fact(
    "injury_date",
    Day(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Injury date",
    ask="On what date did the crash, fall or blow happen?",
    meaning="Date of the crash, fall or blow",
    section="diagnosis 4.2",
)

neck_pain_or_headache_at_injury = Fact(
    "neck_pain_or_headache_at_injury",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Neck pain or headache at injury",
    ask="Did you get neck pain or a headache at the time of the whiplash?",
    meaning="Neck pain and/or headache came at the time of the whiplash",
    section="diagnosis 1.2",
)

days_injury_to_headache = Fact(
    "days_injury_to_headache",
    Quantity(whole=True),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.COMPUTED,
    label="Days from injury to headache",
    ask="How many days passed from the injury to the start of this headache.",
    meaning="headache_onset_date minus injury_date; unknown if either date is coarser than a week",
    section="diagnosis 1.2, 1.2.1, 1.3",
    unit="d",
    derived_from="headache_onset_date; injury_date; headache_onset_precision (diagnosis 1.2 C)",
)

post_injury_headache_age_days = Fact(
    "post_injury_headache_age_days",
    Quantity(low=0, whole=True),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.COMPUTED,
    label="Age of headache since injury",
    ask="How many days this headache has lasted since it came, or got much worse, after the injury.",
    meaning="Days from the onset of this headache, or from the two-fold worsening of an older one, after this injury; to headache_resolved_date if resolved",
    section="diagnosis 1.2 D, 1.2.1 W7",
    unit="d",
    derived_from="headache_age_days; or, of an older headache, injury_date; worsening_factor; as-of day (diagnosis 1.2.1 W7)",
)

head_injury_occurred = Fact(
    "head_injury_occurred",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Head injury",
    ask="In this injury, was your head hit or hurt by an outside force, such as a blow or a blast?",
    meaning="External force on the head (blow, penetration, blast)",
    section="diagnosis 1.3",
)

days_consciousness_to_headache = Fact(
    "days_consciousness_to_headache",
    Quantity(whole=True, null=True),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.COMPUTED,
    label="Days from regained consciousness to headache",
    ask="How many days passed from the day you woke up after the injury to the start of this headache.",
    meaning="Days from regaining consciousness to headache; null if never lost",
    section="diagnosis 1.3",
    unit="d",
    derived_from="headache_onset_date; consciousness_regained_date (diagnosis 1.3 C)",
)

days_sedation_stop_to_headache = Fact(
    "days_sedation_stop_to_headache",
    Quantity(whole=True, null=True),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.COMPUTED,
    label="Days from end of sedation to headache",
    ask="How many days passed from the end of drugs that can hide pain to the start of this headache.",
    meaning="Days from stopping drugs that dull pain reporting to headache; null if none",
    section="diagnosis 1.3",
    unit="d",
    derived_from="headache_onset_date; sedation_stopped_date (diagnosis 1.3 C)",
)

loc_minutes = Fact(
    "loc_minutes",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.REPORT,
    label="Loss of consciousness",
    ask="How many minutes you were passed out after the injury.",
    meaning="Length of loss of consciousness",
    section="diagnosis 1.3",
    unit="min",
)

gcs_lowest = Fact(
    "gcs_lowest",
    Quantity(low=3, high=15, whole=True),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.REPORT,
    label="Lowest Glasgow Coma Scale",
    ask="The lowest score on a scale of how awake you were after the injury.",
    meaning="Lowest Glasgow Coma Scale after the injury",
    section="diagnosis 1.3",
    unit="GCS",
)

pta_hours = Fact(
    "pta_hours",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.REPORT,
    label="Post-traumatic amnesia",
    ask="How many hours after the injury you could not form new memories.",
    meaning="Length of post-traumatic amnesia",
    section="diagnosis 1.3",
    unit="h",
)

altered_awareness_hours = Fact(
    "altered_awareness_hours",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.REPORT,
    label="Altered awareness",
    ask="How many hours you were less aware than usual after the injury.",
    meaning="Length of altered awareness",
    section="diagnosis 1.3",
    unit="h",
)

head_imaging_injury = Fact(
    "head_imaging_injury",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.REPORT,
    label="Head injury on imaging",
    ask="Whether a scan of your head shows harm from the injury.",
    meaning="Imaging shows traumatic head injury (bleed, contusion, skull fracture)",
    section="diagnosis 1.3",
)

confusion_after_injury = Fact(
    "confusion_after_injury",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Confusion after injury",
    ask="Right after the injury, were you confused, dazed or less awake?",
    meaning="Confusion, disorientation or impaired consciousness straight after",
    section="diagnosis 1.3",
)

memory_loss_around_injury = Fact(
    "memory_loss_around_injury",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Memory loss around injury",
    ask="Is there a gap in what you recall from just before or just after the injury?",
    meaning="Loss of memory for events just before or after",
    section="diagnosis 1.3",
)

mtbi_symptoms = Fact(
    "mtbi_symptoms",
    Choices(
        {
            "nausea": "Felt sick to the stomach",
            "vomiting": "Threw up",
            "visual_disturbance": "Trouble with sight",
            "dizziness_vertigo": "Dizzy or spinning",
            "gait_or_balance": "Trouble with walking or balance",
            "memory_or_concentration": "Trouble with memory or focus",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Symptoms after head injury",
    ask="What did you notice right after the head injury? Choose all that fit.",
    meaning="Symptoms straight after the head injury",
    section="diagnosis 1.3",
)

consciousness_regained_date = Fact(
    "consciousness_regained_date",
    Day(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.REPORT,
    label="Date consciousness regained",
    ask="The day you woke up after the injury. Blank if you never passed out.",
    meaning="Day consciousness came back after the injury; blank if never lost",
    section="diagnosis 1.3",
)

sedation_stopped_date = Fact(
    "sedation_stopped_date",
    Day(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.REPORT,
    label="Date sedation stopped",
    ask="The day you stopped the drugs that can hide pain. Blank if you had none.",
    meaning="Day the drugs that dull pain reporting were stopped; blank if none",
    section="diagnosis 1.3",
)

other_evidence_of_trauma_as_cause = Fact(
    "other_evidence_of_trauma_as_cause",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.EXAMINER,
    label="Other evidence that an injury is the cause",
    ask="Whether something besides the timing shows that an injury to your head or neck led to this headache.",
    meaning="Evidence other than the time between them that an injury to head or neck caused this headache",
    section="diagnosis 1.22",
)

dizziness_after_injury = Fact(
    "dizziness_after_injury",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Dizziness after injury",
    ask="Did you feel dizzy after this injury?",
    meaning="Dizziness after the crash (prognosis)",
    section="prognosis 5",
)

stiff_neck_after_injury = Fact(
    "stiff_neck_after_injury",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Stiff neck after injury",
    ask="Was your neck stiff after this injury?",
    meaning="Stiff neck after the crash (prognosis)",
    section="prognosis 5",
)

arm_or_hand_symptoms_after_injury = Fact(
    "arm_or_hand_symptoms_after_injury",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Arm or hand symptoms after injury",
    ask="After this injury, did you have pain or odd feelings in an arm or hand?",
    meaning="Arm or hand symptoms after the crash (prognosis)",
    section="prognosis 5",
)

injury_weeks_ago = Fact(
    "injury_weeks_ago",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.INJURY,
    supplied_by=Supplier.COMPUTED,
    label="Weeks since injury",
    ask="How many weeks have passed since the injury.",
    meaning="Weeks since the injury; a rule that names no injury reads the newest",
    section="treatment 0.4, 3.5",
    unit="weeks",
    derived_from="injury_hours_ago / 168; no injury = comparisons are false",
)
