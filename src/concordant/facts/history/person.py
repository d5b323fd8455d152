"""The person: age, sex, work, earlier headache, the neck disorder."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Day, Flag, Quantity

preexisting_headache = Fact(
    "preexisting_headache",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Pre-existing headache",
    ask="Did you ever get headaches before all this began? Think of the time before your injury or neck problem, or before you took headache drugs often.",
    meaning="Any headache disorder before the index event (injury, neck disorder, drug overuse)",
    section="diagnosis 1.2.1, 1.17",
)

neck_disorder_imaging_evidence = Fact(
    "neck_disorder_imaging_evidence",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.REPORT,
    label="Neck disorder on imaging",
    ask="Whether a scan report shows a problem in your neck.",
    meaning="Imaging report shows one",
    section="diagnosis 1.1",
)

neck_disorder_onset_date = Fact(
    "neck_disorder_onset_date",
    Day(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Neck disorder onset date",
    ask="On what date did your neck problem start, or clearly start again?",
    meaning="Start (or clear re-start) of the neck disorder",
    section="diagnosis 3.3",
)

sex_female = Fact(
    "sex_female",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Recorded sex female",
    ask="Whether your record says that your sex is female.",
    meaning="Recorded sex female (CHISG item V)",
    section="diagnosis 2.1",
    derived_from="sex == female (diagnosis 2.1 V)",
)

head_or_neck_trauma_history = Fact(
    "head_or_neck_trauma_history",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Prior head or neck trauma",
    ask="Did you hurt your head or neck before this headache began? Count whiplash too. Think mainly of injuries that were more than mild.",
    meaning="Head or indirect neck trauma before this headache, usually more than mild",
    section="diagnosis 1.22, 2.1",
)

medication_history_reliable = Fact(
    "medication_history_reliable",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.EXAMINER,
    label="Medication history reliable",
    ask="Whether we can tell what drugs you take, how much and how often.",
    meaning="Drug, amount and pattern can be established",
    section="diagnosis 1.17",
)

age_years = Fact(
    "age_years",
    Quantity(low=0, high=120, whole=True),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Age",
    ask="Your age today in years.",
    meaning="Age today",
    section="diagnosis 4.6, 4.8",
    unit="y",
    derived_from="birth_date; as-of day (may be stated instead)",
)

birth_date = Fact(
    "birth_date",
    Day(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Date of birth",
    ask="What is your date of birth?",
    meaning="Date of birth (case file: person.born)",
    section="case_format; operations 4.3",
)

sex = Fact(
    "sex",
    Choice(
        {
            "female": "Female",
            "male": "Male",
            "other": "Other",
            "unknown": "Not known",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Recorded sex",
    ask="What sex is on your record?",
    meaning="Recorded sex (case file: person.sex)",
    section="case_format",
)

light_headedness = Fact(
    "light_headedness",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Light-headedness at start of care",
    ask="Do you feel light-headed as you start your care here?",
    meaning="Light-headed at the start of care. If so: screen vestibular, vascular, blood pressure first",
    section="prognosis 5",
)

trauma_history = Fact(
    "trauma_history",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Any whiplash, head or neck trauma",
    ask="Whether you have ever had a whiplash or an injury to the head or neck.",
    meaning="Any whiplash, head or neck trauma",
    section="treatment 1.3",
    derived_from="whiplash_occurred or head_or_neck_trauma_history",
)

work_status = Fact(
    "work_status",
    Choice(
        {
            "full": "Full work duties",
            "modified": "Changed or lighter duties",
            "off": "Off work",
            "retired": "Retired",
            "none": "No job at present",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Work status",
    ask="What is your work role at present?",
    meaning="Present work role",
    section="treatment 1.5, 3.2",
)

desk_hours_per_day = Fact(
    "desk_hours_per_day",
    Quantity(low=0, high=24),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Desk or screen hours per working day",
    ask="On a working day, how many hours do you spend at a desk or screen?",
    meaning="Hours at a desk or screen on a working day",
    section="treatment 1.4",
    unit="h/d",
)

work_posture_provokes = Fact(
    "work_posture_provokes",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Work posture provokes headache",
    ask="Does the way you sit or stand at work bring on your usual headache?",
    meaning="Work posture brings on the usual headache",
    section="treatment 1.4",
)

low_job_satisfaction = Fact(
    "low_job_satisfaction",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Low job satisfaction",
    ask="Are you unhappy with your job?",
    meaning="Low job satisfaction",
    section="treatment 3.2",
)

mvpa_minutes_per_week = Fact(
    "mvpa_minutes_per_week",
    Quantity(low=0, high=10080),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Moderate to vigorous activity",
    ask="How many minutes a week are you active enough to breathe harder than usual? Add up the whole week.",
    meaning="Minutes of moderate to vigorous physical activity a week",
    section="treatment 1.3",
    unit="min/wk",
)

needle_phobia = Fact(
    "needle_phobia",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Needle phobia",
    ask="Are you afraid of needles?",
    meaning="Fear of needles",
    section="treatment 0.4",
)

lymphoedema_area = Fact(
    "lymphoedema_area",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Lymphoedema in needling area",
    ask="Do you have long-term swelling from trapped lymph fluid in the area where needles would be used?",
    meaning="Lymphoedema in the area to be needled",
    section="treatment 0.4",
)

metal_allergy = Fact(
    "metal_allergy",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Metal allergy",
    ask="Do you have an allergy to any metal?",
    meaning="Metal allergy",
    section="treatment 0.4",
)

neck_fusion = Fact(
    "neck_fusion",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Previous neck fusion",
    ask="Have you had surgery in the past to join bones in your neck?",
    meaning="Old neck fusion",
    section="treatment 0.4",
)

cardiac_unstable = Fact(
    "cardiac_unstable",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Unstable heart disease",
    ask="Do you have a heart problem that is not stable right now?",
    meaning="Unstable heart disease",
    section="treatment 0.4",
)
