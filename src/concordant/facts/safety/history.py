"""Red flags that the person tells."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Flag, Quantity

time_to_peak_seconds = Fact(
    "time_to_peak_seconds",
    Quantity(low=0),
    room=Room.SAFETY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Time from onset to peak pain",
    ask="How many seconds passed from the first pain to the worst pain? One minute is 60 seconds. One hour is 3,600 seconds.",
    meaning="Time from first pain to worst pain",
    section="diagnosis 4.2",
    unit="s",
)

pain_severe_and_continuous_for_days = Fact(
    "pain_severe_and_continuous_for_days",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Severe continuous pain for days",
    ask="Has the pain been severe, with no break, for days or longer?",
    meaning="Severe, continuous pain for days or longer",
    section="diagnosis 1.14, 4.3",
)

scalp_tenderness = Fact(
    "scalp_tenderness",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Scalp tenderness",
    ask="Is your scalp sore, for example at the temple? You may notice it when you touch it, comb your hair or lie on a pillow.",
    meaning="Scalp sore to touch, combing or pillow (temple)",
    section="diagnosis 1.15",
)

jaw_claudication = Fact(
    "jaw_claudication",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Jaw claudication",
    ask="Does your jaw hurt when you chew, and stop when you rest it?",
    meaning="Jaw pain on chewing that stops on rest",
    section="diagnosis 1.15",
)

orthostatic_pattern = Fact(
    "orthostatic_pattern",
    Choice(
        {
            "worse_upright_better_lying": "Worse upright, better lying down",
            "worse_lying": "Worse lying down",
            "none": "Makes no difference",
            "unknown": "Not sure",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Orthostatic pattern",
    ask="Does your headache change when you are upright or lie down? Think of your whole body, not how you hold your neck.",
    meaning="Effect of posture (upright vs lying), not of neck position",
    section="diagnosis 1.16, 4.2",
)

fever = Fact(
    "fever",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Fever, now or last 48 hours",
    ask="Do you have a fever now, or have you had one in the last 48 hours? Say yes if you measured it or just felt it.",
    meaning="Fever now or in the last 48 h (measured or felt)",
    section="diagnosis 4.2, 4.8, 4.9",
)

severe_stiff_neck_pain = Fact(
    "severe_stiff_neck_pain",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Severe neck pain with a stiff neck",
    ask="Is your neck pain severe, with a neck so stiff that it is hard to move?",
    meaning="Severe neck pain and stiffness now; with a fever a sign of infection",
    section="diagnosis 4.8",
)

new_neck_pain = Fact(
    "new_neck_pain",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="New neck pain",
    ask="Is your neck pain new?",
    meaning="Neck pain that is new; with weakened immunity a sign of infection",
    section="diagnosis 4.8",
)

systemic_symptoms = Fact(
    "systemic_symptoms",
    Choices(
        {
            "weight_loss": "Weight loss",
            "night_sweats": "Night sweats",
            "malaise": "Feeling generally unwell",
            "rash": "Skin rash",
            "none": "None of these",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Systemic symptoms",
    ask="Do you have any of these? Pick all that fit.",
    meaning="Systemic symptoms",
    section="diagnosis 1.15, 4.2, 4.8",
)

cancer_history = Fact(
    "cancer_history",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="History of cancer",
    ask="Have you ever had cancer?",
    meaning="Any past malignancy",
    section="diagnosis 4.2, 4.8",
)

cancer_active = Fact(
    "cancer_active",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Active cancer or under treatment",
    ask="Do you have cancer now, or are you being treated for it?",
    meaning="Malignancy now, or under treatment",
    section="diagnosis 4.2, 4.9",
)

seizure_new = Fact(
    "seizure_new",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="New seizure",
    ask="Have you had a new seizure (a fit)?",
    meaning="New seizure",
    section="diagnosis 4.2",
)

pattern_change = Fact(
    "pattern_change",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Change in headache pattern",
    ask="Has a headache you know well clearly changed its pattern?",
    meaning="Known headache has clearly changed its pattern",
    section="diagnosis 4.2",
)

cough_sneeze_exertion_trigger = Fact(
    "cough_sneeze_exertion_trigger",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Cough, sneeze, strain or exertion trigger",
    ask="Is your headache set off when you cough, sneeze, strain or exercise?",
    meaning="Headache set off by coughing, sneezing, straining or exercise",
    section="diagnosis 4.2",
)

transient_visual_obscurations = Fact(
    "transient_visual_obscurations",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Transient visual obscurations",
    ask="Does your sight grey out for a few seconds, for example when you bend down?",
    meaning="Vision greys out for seconds, for example on bending",
    section="diagnosis 4.2",
)

progressive_worsening = Fact(
    "progressive_worsening",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Progressive worsening",
    ask="Has this headache got steadily worse over days to weeks?",
    meaning="Steadily worse over days to weeks",
    section="diagnosis 4.2",
    derived_from="proposed from headache_today; intensity_nrs",
)

pregnant_or_postpartum = Fact(
    "pregnant_or_postpartum",
    Choice(
        {
            "no": "No",
            "pregnant": "Pregnant",
            "postpartum_6_weeks": "Gave birth in the last 6 weeks",
            "unknown": "Not sure",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Pregnancy or first 6 weeks after birth",
    ask="Are you pregnant, or did you give birth in the last 6 weeks?",
    meaning="Pregnancy or first 6 weeks after birth",
    section="diagnosis 4.2, 4.3, 4.9",
)

painful_red_eye = Fact(
    "painful_red_eye",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Painful eye with autonomic features",
    ask="Do you have a painful eye, along with any of these? It may be red or wet with tears. The pupil may have changed. You may see rings around lights.",
    meaning="Painful eye with redness, tearing, pupil change or halos",
    section="diagnosis 4.2",
)

immune_compromise = Fact(
    "immune_compromise",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Immune compromise",
    ask="Is your immune system weak? Say yes if you have HIV, had a transplant, or take chemotherapy or drugs that hold back the immune system.",
    meaning="HIV, transplant, chemotherapy, immune-suppressing drugs",
    section="diagnosis 4.2, 4.8",
)

new_drug_at_onset = Fact(
    "new_drug_at_onset",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="New drug shortly before onset",
    ask="Did you start a new drug shortly before this headache began?",
    meaning="New drug started shortly before the headache",
    section="diagnosis 4.2",
)

visual_loss_or_amaurosis = Fact(
    "visual_loss_or_amaurosis",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Visual loss or amaurosis",
    ask="Have you lost any sight, or lost the sight in one eye for a short time?",
    meaning="Loss of vision or passing blindness of one eye",
    section="diagnosis 1.15, 4.2, 4.3",
)

pain_unlike_any_other = Fact(
    "pain_unlike_any_other",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="New pain unlike any before",
    ask="Is this a new head or neck pain, unlike any you have had before?",
    meaning="New head or neck pain unlike any before",
    section="diagnosis 4.3",
)

hand_clumsiness = Fact(
    "hand_clumsiness",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Loss of hand dexterity",
    ask="Have your hands become clumsy, for example with buttons or when you write?",
    meaning="Loss of hand dexterity (buttons, writing)",
    section="diagnosis 4.8",
)

bladder_bowel_change = Fact(
    "bladder_bowel_change",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="New bladder or bowel change",
    ask="Do you have any new change in your bladder or bowels? Say yes if it is hard to pass urine, you leak, or your bowels have changed.",
    meaning="New urinary retention, incontinence or bowel change",
    section="diagnosis 4.8",
)

osteoporosis = Fact(
    "osteoporosis",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Osteoporosis or osteopenia",
    ask="Have you been told that your bones are thin or weak?",
    meaning="Known osteoporosis or osteopenia",
    section="diagnosis 4.4, 4.8, 4.9",
)

unremitting_night_pain = Fact(
    "unremitting_night_pain",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Unremitting night pain",
    ask="Do you have pain at night that no position eases?",
    meaning="Night pain that no position eases",
    section="diagnosis 4.4, 4.8",
)

severe_nonmechanical_pain = Fact(
    "severe_nonmechanical_pain",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Severe non-mechanical pain",
    ask="Do you have severe pain that never lets up, and that stays the same when you move or change position?",
    meaning="Severe, unremitting pain that movement or posture does not alter",
    section="diagnosis 4.4, 4.8",
)

recent_neck_surgery = Fact(
    "recent_neck_surgery",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Neck surgery, not cleared by surgeon",
    ask="Have you had neck surgery and not yet been cleared by your surgeon?",
    meaning="Neck surgery without surgeon's clearance",
    section="diagnosis 4.4, 4.9",
)

red_flag_today = Fact(
    "red_flag_today",
    Choices(
        {
            "worst_ever_headache": "Worst headache ever",
            "neurological": "New nerve symptom, such as weakness or numbness",
            "fever": "Fever",
            "trauma": "New injury",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Red flag ticked in diary today",
    ask="Did you have any of these today? Pick all that fit, or leave it blank if there were none.",
    meaning="Alarm ticked in the diary; any member stops and escalates; empty = none",
    section="outcomes 1.3",
)

new_red_flag_sign = Fact(
    "new_red_flag_sign",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="New red-flag sign since last visit",
    ask="Since last time, is any of these new for you? Double vision. Slurred speech. Trouble swallowing. A sudden drop to the ground. Dizzy and unsteady. A numb face. A drooping eyelid. A weak arm or leg. Clumsy hands. A bladder change. A headache unlike any before.",
    meaning="Every-visit question: any new sign of the list in treatment 0.4 since last time. Yes = stop, re-screen, act. Event",
    section="treatment 0.4, 1.1, 1.2, 1.3, 3.1",
    absent=False,
)

self_harm_thoughts = Fact(
    "self_harm_thoughts",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Thoughts of self-harm",
    ask="Have you been having any thoughts of harming yourself? It is all right to tell us.",
    meaning="Asked when the PHQ-4 is positive. Event",
    section="treatment 1.5",
    absent=False,
)
