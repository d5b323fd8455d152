"""What the safety rules conclude, and what they rest on."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Day, Flag, Form, Quantity, Table, Words
from concordant.facts.safety.history import red_flag_today

red_flags_screened = Fact(
    "red_flags_screened",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Red-flag screen complete",
    ask="Whether you have been asked all the safety questions.",
    meaning="Every red-flag fact has been asked",
    section="diagnosis 4.1",
    derived_from="all facts of diagnosis 4.2, 4.3, 4.5, 4.8 have a value",
)

safety_action = Fact(
    "safety_action",
    Choice(
        {
            "none": "No action called for",
            "caution": "Caution: treat with limits",
            "urgent": "Urgent: see a physician soon",
            "same_day": "Same day: physician or emergency care today",
            "emergency": "Emergency: get help now",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Safety action",
    ask="The strongest next step that your open safety checks call for.",
    meaning="Strongest action of all open safety flags; unknown until the red-flag screen has been done",
    section="treatment 0.4, 3.1, 6.1; diagnosis 4.1",
    derived_from="the flags of diagnosis 4.2 to 4.8; red_flags_screened",
)

vascular_level = Fact(
    "vascular_level",
    Choice(
        {
            "v0": "V0: no suspicion raised",
            "v1": "V1: risk factors, usual pain, normal signs",
            "v2b": "V2b: pain unlike any other, no risk factor",
            "v2": "V2: suspicious symptom with a risk factor",
            "v3": "V3: warning signs found",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Level of vascular suspicion",
    ask="How much care we need to take with the blood vessels of your neck.",
    meaning="Level of vascular suspicion; blood pressure is judged apart",
    section="diagnosis 4.3",
    derived_from="diagnosis 4.3, suspicion rule",
)

ccr_result = Fact(
    "ccr_result",
    Choice(
        {
            "no_imaging": "No imaging needed",
            "imaging": "Imaging needed",
            "imaging_or_ask": "Imaging, or ask what is missing",
            "not_applicable": "Rule does not apply",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.COMPUTED,
    label="Canadian C-spine rule result",
    ask="What a set rule says about the need for an X-ray or scan of your neck after the injury.",
    meaning="Canadian C-spine rule",
    section="diagnosis 4.6",
    derived_from="diagnosis 4.6",
)

nexus_result = Fact(
    "nexus_result",
    Choice(
        {
            "no_imaging": "No imaging needed",
            "imaging": "Imaging needed",
            "imaging_or_ask": "Imaging, or ask what is missing",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.COMPUTED,
    label="NEXUS result (second voice)",
    ask="What a second rule says about the need for an X-ray or scan of your neck after the injury.",
    meaning="NEXUS: second voice only",
    section="diagnosis 4.7",
    derived_from="diagnosis 4.7",
)

myelopathy_positive_count = Fact(
    "myelopathy_positive_count",
    Quantity(low=0, high=5, whole=True),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Myelopathy cluster positives (of 5)",
    ask="How many of 5 checks of the spinal cord were positive.",
    meaning="Positives of the myelopathy cluster",
    section="diagnosis 4.8",
    unit="count",
    derived_from="gait_deviation; hoffmann; inverted_supinator; babinski; age_years (diagnosis 4.8)",
)

flag_vascular = Fact(
    "flag_vascular",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Vascular flag (V2, V2b or V3)",
    ask="A safety flag about the blood vessels of your neck.",
    meaning="Safety flag vasc_v2, vasc_v2b or vasc_v3",
    section="diagnosis 4.9",
    derived_from="vascular_level in (v2, v2b, v3) (diagnosis 4.3)",
)

flag_vascular_v1 = Fact(
    "flag_vascular_v1",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Vascular caution flag (V1)",
    ask="A lower safety flag about the blood vessels of your neck.",
    meaning="Safety flag vasc_v1",
    section="diagnosis 4.9",
    derived_from="vascular_level == v1 (diagnosis 4.3)",
)

flag_fracture = Fact(
    "flag_fracture",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Fracture flag",
    ask="A safety flag to check your neck bones for a break.",
    meaning="Safety flag ccr_imaging or fracture",
    section="diagnosis 4.9",
    derived_from="ccr_result == imaging, or the fracture row of diagnosis 4.8",
)

flag_instability = Fact(
    "flag_instability",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Upper cervical instability flag",
    ask="A safety flag about how firm the top of your neck is.",
    meaning="Safety flag uci",
    section="diagnosis 4.9",
    derived_from="diagnosis 4.5",
)

flag_myelopathy_3of5 = Fact(
    "flag_myelopathy_3of5",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Myelopathy flag, 3 or more of 5",
    ask="A safety flag that is set when 3 or more of 5 checks of the spinal cord are positive.",
    meaning="Safety flag myelopathy_3of5",
    section="diagnosis 4.9",
    derived_from="myelopathy_positive_count >= 3 (diagnosis 4.8)",
)

flag_myelopathy_2of5 = Fact(
    "flag_myelopathy_2of5",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Myelopathy flag, 2 of 5",
    ask="A safety flag that is set when 2 of 5 checks of the spinal cord are positive.",
    meaning="Safety flag myelopathy_2of5",
    section="diagnosis 4.9",
    derived_from="myelopathy_positive_count == 2 (diagnosis 4.8)",
)

inflammatory_arthritis = Fact(
    "inflammatory_arthritis",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Inflammatory arthritis",
    ask="Whether you have a joint disease of the type that inflames the joints or spine.",
    meaning="Rheumatoid arthritis or ankylosing spondylitis",
    section="diagnosis 4.9",
    derived_from="uci_risk_conditions meets {rheumatoid_arthritis, ankylosing_spondylitis}",
)

connective_tissue_disorder = Fact(
    "connective_tissue_disorder",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Connective-tissue disorder",
    ask="Whether you have a health problem of the tissue that holds the body in one piece.",
    meaning="Connective-tissue disorder",
    section="diagnosis 4.9",
    derived_from="connective_tissue_disorder in uci_risk_conditions or in vascular_risk_factors",
)

anticoagulant_or_clotting = Fact(
    "anticoagulant_or_clotting",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Anticoagulant or clotting disorder",
    ask="Whether you take a blood thinner or your blood has trouble with clots.",
    meaning="Anticoagulant or clotting disorder",
    section="diagnosis 4.9",
    derived_from="vascular_risk_factors meets {anticoagulant, clotting_disorder}",
)

long_term_steroid = Fact(
    "long_term_steroid",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Long-term steroid use",
    ask="Whether you have used a steroid drug for a long time.",
    meaning="Long-term steroid",
    section="diagnosis 4.9",
    derived_from="long_term_steroid in uci_risk_conditions or in vascular_risk_factors",
)

recent_throat_or_neck_infection = Fact(
    "recent_throat_or_neck_infection",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Recent throat or neck infection",
    ask="Whether your throat or neck was infected a short time ago.",
    meaning="Recent throat or neck infection",
    section="diagnosis 4.9",
    derived_from="recent_throat_or_neck_infection in uci_risk_conditions",
)

manipulated_elsewhere_7d = Fact(
    "manipulated_elsewhere_7d",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Manipulated elsewhere, last 7 days",
    ask="Whether someone else did a quick thrust on your neck in the last 7 days.",
    meaning="Neck manipulated by somebody else in the last 7 days",
    section="diagnosis 4.9",
    derived_from="recent_neck_manipulation in vascular_risk_factors, dated within 7 days",
)

exertional_headache_new = Fact(
    "exertional_headache_new",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="New exertional headache",
    ask="Whether a new headache has come on with effort.",
    meaning="New headache on exertion. Event",
    section="treatment 0.4, 1.3",
    absent=False,
    derived_from="cough_sneeze_exertion_trigger turned true in this episode",
)

red_flag_cleared = Fact(
    "red_flag_cleared",
    Table(
        Form({"date": Day(), "by": Words(longest=80), "how": Words()}, required=("date", "by", "how")),
        key_word="flag id",
    ),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.REPORT,
    label="Red flag cleared",
    ask="A safety flag that was followed up and cleared, with the day, who did it and how.",
    meaning="A named flag was followed up and cleared: when, by whom (role), by what means; opens again when its facts are entered anew",
    section="conflicts C34",
)

diary_red_flags = Fact(
    "diary_red_flags",
    red_flag_today.kind,
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Red flags ticked in diary since last visit",
    ask="The danger signs you ticked in your diary since your last visit.",
    meaning="Every alarm ticked in the diary on or after the day of the newest visit; empty = none ticked",
    section="outcomes 1.3",
    derived_from="red_flag_today: the rows from the day of the newest visit on",
)
