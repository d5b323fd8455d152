"""Dissection, giant cell arteritis, low CSF pressure, radiculopathy, dystonia, myofascial pain."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Day, Flag, Quantity

SIDES_AFFECTED = {
    "left": "Left",
    "right": "Right",
    "bilateral": "Both sides",
    "unknown": "Not known",
}

myofascial_temporal_relation = Fact(
    "myofascial_temporal_relation",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.EXAMINER,
    label="Temporal relation to myofascial disorder",
    ask="Whether this pain began around the same time as your neck muscle problem.",
    meaning="Pain began in temporal relation to the myofascial disorder",
    section="diagnosis 1.20",
)

myofascial_parallel_improvement = Fact(
    "myofascial_parallel_improvement",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Parallel improvement, myofascial",
    ask="Whether this pain got better as your neck muscles got better.",
    meaning="Pain improved in parallel with the myofascial disorder",
    section="diagnosis 1.20",
    per_headache=True,
    derived_from="headache_change_class; neck_muscle_tenderness; trigger_points_reproducible: same test as diagnosis 3.4 with the muscle signs as neck stream (diagnosis 1.20 C1)",
)

radiculopathy_c2_c3_evidence = Fact(
    "radiculopathy_c2_c3_evidence",
    Choices(
        {
            "clinical": "Found on examination",
            "electrodiagnostic": "Found on nerve tests",
            "radiological": "Found on a scan",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.REPORT,
    label="C2 or C3 radiculopathy evidence",
    ask="The signs or tests that show a nerve root problem in the upper neck.",
    meaning="Evidence of C2 or C3 radiculopathy; empty = none",
    section="diagnosis 1.19",
)

radiculopathy_side = Fact(
    "radiculopathy_side",
    Choice(SIDES_AFFECTED),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.EXAMINER,
    label="Radiculopathy side",
    ask="The side of the nerve root problem in your neck.",
    meaning="Side of the radiculopathy",
    section="diagnosis 1.19",
)

radiculopathy_temporal_relation = Fact(
    "radiculopathy_temporal_relation",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.EXAMINER,
    label="Temporal relation to radiculopathy",
    ask="Whether this pain began with the nerve root problem, or led to it being found.",
    meaning="Pain began with the radiculopathy or led to its discovery",
    section="diagnosis 1.19",
)

radiculopathy_parallel_change = Fact(
    "radiculopathy_parallel_change",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.COURSE,
    supplied_by=Supplier.EXAMINER,
    label="Parallel change with radiculopathy",
    ask="Whether this pain got better or worse along with the nerve root problem.",
    meaning="Pain improved or worsened in parallel with the radiculopathy",
    section="diagnosis 1.19",
    per_headache=True,
)

dystonia_temporal_relation = Fact(
    "dystonia_temporal_relation",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.EXAMINER,
    label="Temporal relation to dystonia",
    ask="Whether this pain began around the same time as your neck muscle spasms.",
    meaning="Pain began in temporal relation to the dystonia",
    section="diagnosis 1.18",
)

pain_worsened_with_dystonia = Fact(
    "pain_worsened_with_dystonia",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.COURSE,
    supplied_by=Supplier.EXAMINER,
    label="Worsening with dystonia",
    ask="Whether this pain got worse as your neck muscle spasms got worse.",
    meaning="Pain worsened as the dystonia progressed",
    section="diagnosis 1.18",
    per_headache=True,
)

pain_improved_with_dystonia = Fact(
    "pain_improved_with_dystonia",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.COURSE,
    supplied_by=Supplier.EXAMINER,
    label="Improvement with dystonia",
    ask="Whether this pain eased or went away as your neck muscle spasms got better.",
    meaning="Pain improved or went as the dystonia improved",
    section="diagnosis 1.18",
    per_headache=True,
)

dissection_diagnosed = Fact(
    "dissection_diagnosed",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.REPORT,
    label="Cervical artery dissection diagnosed",
    ask="Whether a scan has shown a tear in the wall of a neck artery.",
    meaning="Cervical carotid or vertebral dissection shown by imaging",
    section="diagnosis 1.14",
)

dissection_side = Fact(
    "dissection_side",
    Choice(SIDES_AFFECTED),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.REPORT,
    label="Dissection side",
    ask="The side of the neck artery with the tear.",
    meaning="Side of the dissected artery",
    section="diagnosis 1.14",
)

dissection_temporal_relation = Fact(
    "dissection_temporal_relation",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.REPORT,
    label="Temporal relation to dissection",
    ask="Whether this pain began with other signs of the neck artery tear, or led to it being found.",
    meaning="Pain began with other local signs of dissection or led to its diagnosis",
    section="diagnosis 1.14",
)

pain_worsened_with_dissection = Fact(
    "pain_worsened_with_dissection",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.COURSE,
    supplied_by=Supplier.REPORT,
    label="Worsening with dissection",
    ask="Whether this pain got worse along with other signs of the neck artery tear.",
    meaning="Pain worsened in parallel with other signs of the dissection",
    section="diagnosis 1.14",
    per_headache=True,
)

pain_improved_within_1_month = Fact(
    "pain_improved_within_1_month",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.COURSE,
    supplied_by=Supplier.REPORT,
    label="Improved within 1 month of onset",
    ask="Whether this pain clearly eased or went away within one month of its start.",
    meaning="Pain clearly improved or went within 1 month of its onset",
    section="diagnosis 1.14",
    per_headache=True,
)

pain_preceded_ischaemia = Fact(
    "pain_preceded_ischaemia",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.REPORT,
    label="Pain before ischaemic signs",
    ask="Whether this pain came before signs of low blood flow to the eye or brain.",
    meaning="Pain came before signs of retinal or brain ischaemia",
    section="diagnosis 1.14",
)

days_since_dissection_stable = Fact(
    "days_since_dissection_stable",
    Quantity(low=0, whole=True),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Days since dissection stable",
    ask="How many days have passed since the neck artery tear became stable.",
    meaning="Days since the dissection stabilised",
    section="diagnosis 1.14",
    unit="d",
    derived_from="dissection_stable_date; as-of day (diagnosis 1.14 D)",
)

gca_diagnosed = Fact(
    "gca_diagnosed",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.REPORT,
    label="Giant cell arteritis diagnosed",
    ask="Whether a doctor has found that you have giant cell arteritis. This is an illness of the blood vessels.",
    meaning="Giant cell arteritis diagnosed by a physician",
    section="diagnosis 1.15",
)

gca_temporal_relation = Fact(
    "gca_temporal_relation",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.REPORT,
    label="Temporal relation to giant cell arteritis",
    ask="Whether this headache began when other signs of the blood vessel illness did, or led to it being found.",
    meaning="Headache began close to other signs of GCA onset or led to its diagnosis",
    section="diagnosis 1.15",
)

gca_parallel_worsening = Fact(
    "gca_parallel_worsening",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.COURSE,
    supplied_by=Supplier.REPORT,
    label="Worsening with giant cell arteritis",
    ask="Whether this headache got worse along with the blood vessel illness.",
    meaning="Headache worsened with GCA",
    section="diagnosis 1.15",
    per_headache=True,
)

steroid_response_days = Fact(
    "steroid_response_days",
    Quantity(low=0, null=True),
    room=Room.HISTORY,
    scope=Scope.COURSE,
    supplied_by=Supplier.REPORT,
    label="Days to steroid response",
    ask="How many days it took for this headache to clearly ease after you began high-dose steroids.",
    meaning="Days from high-dose steroid to clear improvement; null = none",
    section="diagnosis 1.15",
    unit="d",
    per_headache=True,
)

csf_opening_pressure_mm = Fact(
    "csf_opening_pressure_mm",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.REPORT,
    label="CSF opening pressure",
    ask="The pressure of the fluid around the spine, measured with a needle in the lower back.",
    meaning="Lumbar opening pressure",
    section="diagnosis 1.16",
    unit="mm CSF",
)

csf_leak_on_imaging = Fact(
    "csf_leak_on_imaging",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.REPORT,
    label="CSF leak on imaging",
    ask="Whether a scan shows signs of a leak of the fluid around the brain and spine.",
    meaning="Imaging evidence of CSF leak (brain sag, pachymeningeal enhancement, extradural CSF)",
    section="diagnosis 1.16",
)

csf_temporal_relation = Fact(
    "csf_temporal_relation",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.REPORT,
    label="Temporal relation to low CSF pressure",
    ask="Whether this headache began with low fluid pressure or a fluid leak, or led to it being found.",
    meaning="Headache began with low pressure or leak, or led to its discovery",
    section="diagnosis 1.16",
)

dural_puncture_last_30d = Fact(
    "dural_puncture_last_30d",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Dural puncture in the last month",
    ask="In the last month, did you have a needle in your spine? This could be a spinal tap, an epidural or a spinal to numb you.",
    meaning="Lumbar puncture, epidural or spinal anaesthetic in the last month",
    section="diagnosis 1.16",
)

dural_puncture_date = Fact(
    "dural_puncture_date",
    Day(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Date of the dural puncture",
    ask="On what day did you have the needle in your spine?",
    meaning="Day of the newest lumbar puncture, epidural or spinal anaesthetic",
    section="diagnosis 1.16",
)

days_dural_puncture_to_headache = Fact(
    "days_dural_puncture_to_headache",
    Quantity(whole=True),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Days from dural puncture to headache",
    ask="How many days passed from the needle in your spine to the start of this headache.",
    meaning="headache_onset_date minus dural_puncture_date; unknown if the onset is coarser than a week",
    section="diagnosis 1.16",
    unit="d",
    derived_from="headache_onset_date; headache_onset_precision; dural_puncture_date (diagnosis 1.16, 7.2.1)",
)

csf_leak_cause_present = Fact(
    "csf_leak_cause_present",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Possible cause of CSF leak",
    ask="Have you had a treatment, a test or an injury that can make the fluid around the brain and spine leak?",
    meaning="Procedure or trauma known to cause a CSF leak",
    section="diagnosis 1.16",
)

dissection_stable_date = Fact(
    "dissection_stable_date",
    Day(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.REPORT,
    label="Date dissection stable",
    ask="The day a report said the neck artery tear was stable.",
    meaning="Day the dissection was reported stable",
    section="diagnosis 1.14",
)
