"""Red flags that the examiner sees."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Flag

meningism = Fact(
    "meningism",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Meningism",
    ask="A neck that is stiff to bend down. It counts if you also have a fever, a rash, vomiting or are very sleepy.",
    meaning="Neck stiffness on flexion with fever, vomiting, drowsiness or rash",
    section="diagnosis 4.2",
)

neuro_deficit_new = Fact(
    "neuro_deficit_new",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="New focal neurological deficit",
    ask="Any new weak or numb part of the body, loss of sight, or change in speech or control of movement.",
    meaning="New focal deficit (weakness, numbness, visual loss, speech, coordination); also the NEXUS item",
    section="diagnosis 4.2, 4.3, 4.7",
)

papilloedema = Fact(
    "papilloedema",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.REPORT,
    label="Papilloedema reported",
    ask="Whether a report says that the nerve at the back of your eye is swollen.",
    meaning="Swollen optic discs reported",
    section="diagnosis 4.2",
)

atypical_presentation = Fact(
    "atypical_presentation",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.EXAMINER,
    label="Atypical presentation",
    ask="Whether your headache does not fit any known type.",
    meaning="Fits no known headache type",
    section="diagnosis 4.2",
)

horner_signs = Fact(
    "horner_signs",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Horner signs (ptosis, miosis)",
    ask="Whether one of your eyelids droops or one pupil is small.",
    meaning="Ptosis and/or miosis, lasting or new",
    section="diagnosis 4.3",
)

cranial_nerve_deficit = Fact(
    "cranial_nerve_deficit",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Cranial nerve deficit",
    ask="Whether a check of the nerves of your head and face shows a change.",
    meaning="Any abnormal cranial nerve finding",
    section="diagnosis 4.3",
)

ataxia_or_unsteady = Fact(
    "ataxia_or_unsteady",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Ataxia or unsteady gait",
    ask="Whether your walk is unsteady or your arms or legs are hard to control.",
    meaning="Unsteady gait or limb ataxia",
    section="diagnosis 4.3",
)

gait_deviation = Fact(
    "gait_deviation",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Gait deviation",
    ask="Whether your walk looks stiff, wide or unsteady.",
    meaning="Spastic, wide-based or ataxic gait",
    section="diagnosis 4.8",
)

hoffmann = Fact(
    "hoffmann",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Hoffmann sign",
    ask="A finger flick test that checks your reflexes.",
    meaning="Hoffmann sign, either side",
    section="diagnosis 4.8",
)

inverted_supinator = Fact(
    "inverted_supinator",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Inverted supinator sign",
    ask="A tap near the wrist that checks your reflexes.",
    meaning="Inverted supinator sign, either side",
    section="diagnosis 4.8",
)

babinski = Fact(
    "babinski",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Babinski sign (extensor plantar response)",
    ask="A stroke along the sole of your foot that checks your reflexes.",
    meaning="Extensor plantar response, either side",
    section="diagnosis 4.8",
)

hyperreflexia_or_clonus = Fact(
    "hyperreflexia_or_clonus",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Hyperreflexia or clonus",
    ask="Whether your reflexes are very brisk or keep on beating.",
    meaning="Brisk reflexes or clonus",
    section="diagnosis 4.8",
)

lhermitte = Fact(
    "lhermitte",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Lhermitte sign",
    ask="Whether bending your neck down sends an electric feeling down your spine, arms or legs.",
    meaning="Electric shock down spine or limbs on neck flexion",
    section="diagnosis 4.5, 4.8",
)

multi_level_root_signs = Fact(
    "multi_level_root_signs",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Multi-level nerve root signs",
    ask="Whether there are signs from more than one nerve of the spine.",
    meaning="Signs at more than one nerve-root level",
    section="diagnosis 4.4, 4.8, 4.9",
)

single_level_radiculopathy = Fact(
    "single_level_radiculopathy",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Stable single-level radiculopathy",
    ask="Whether there are steady signs from just one nerve of the neck.",
    meaning="Signs of one cervical nerve root, stable",
    section="diagnosis 4.9",
)

plausible_mechanical_explanation = Fact(
    "plausible_mechanical_explanation",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Plausible mechanical explanation",
    ask="Whether the way your joints and muscles move and carry load can explain your symptoms.",
    meaning="Examiner finds a mechanical explanation for the symptoms",
    section="diagnosis 4.9",
)

worsening_neuro_function = Fact(
    "worsening_neuro_function",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.COURSE,
    supplied_by=Supplier.EXAMINER,
    label="Worsening neurological function",
    ask="Whether your nerve checks got worse from one visit to the next.",
    meaning="Neurological function getting worse between two visits",
    section="diagnosis 4.4, 4.8, 4.9",
)

local_skin_infection = Fact(
    "local_skin_infection",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Skin infection over treatment area",
    ask="Whether the skin over the area to be treated is infected.",
    meaning="Skin infection over the area to be treated",
    section="treatment 0.4",
)

open_wound_area = Fact(
    "open_wound_area",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Open wound over treatment area",
    ask="Whether there is an open wound over the area to be treated.",
    meaning="Open wound over the area to be treated",
    section="treatment 0.4",
)
