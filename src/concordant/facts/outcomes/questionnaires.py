"""Questionnaire scores. Items are licensed by others; scores are entered."""

from concordant.facts.fact import Code, Fact, Room, Scope, Supplier
from concordant.facts.kinds import Quantity, Table

ndi_score = Fact(
    "ndi_score",
    Quantity(low=0, high=50),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Neck disability index, raw points",
    ask="What is your total score on the neck and daily life form? Enter the points, from 0 to 50, not a percent.",
    meaning="Neck disability index, raw points. Never mix with percent",
    section="outcomes 2.1, 2.2",
    unit="points",
    codes=(Code("LOINC", "82226-2", "Neck Disability Index [NDI]", "read"),),
)

ndi_percent = Fact(
    "ndi_percent",
    Quantity(low=0, high=100),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Neck disability index, percent",
    ask="Your score on the neck and daily life form, as a percent.",
    meaning="Neck disability index in percent",
    section="outcomes 2.2; treatment 1.1, 3.1, 3.2",
    unit="%",
    derived_from="2 x ndi_score",
    codes=(Code("LOINC", "82237-9", "Total score [NDI]", "read"),),
)

hit6_score = Fact(
    "hit6_score",
    Quantity(low=36, high=78),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="HIT-6 score",
    ask="What is your total score on the headache form with 6 questions? Enter points from 36 to 78.",
    meaning="HIT-6",
    section="outcomes 2.1, 2.2",
    unit="points",
)

midas_score = Fact(
    "midas_score",
    Quantity(low=0),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="MIDAS score",
    ask="What do your answers to the first 5 questions of the 3-month headache form add up to, in days?",
    meaning="MIDAS, days in 3 months (sum of questions 1 to 5)",
    section="outcomes 2.1, 2.2",
    unit="d/3 months",
)

hdi_score = Fact(
    "hdi_score",
    Quantity(low=0, high=100),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Headache disability inventory",
    ask="What is your total score on the form about headaches and your life? Enter points from 0 to 100.",
    meaning="Headache disability inventory",
    section="outcomes 2.1, 2.2",
    unit="points",
)

hadli_score = Fact(
    "hadli_score",
    Quantity(low=0, high=45),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Headache activities of daily living index",
    ask="What is your total score on the form about headaches and daily tasks? Enter points from 0 to 45.",
    meaning="Headache activities of daily living index, raw points",
    section="outcomes 2.1, 2.2",
    unit="points",
)

psfs_score = Fact(
    "psfs_score",
    Quantity(low=0, high=10),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Patient-specific activities score",
    ask="What is the average of your ratings, from 0 to 10, for the activities you chose? Use the same activities each time.",
    meaning="Patient-specific activities: mean of the rated activities, same activities at both times",
    section="outcomes 2.1, 2.2",
    unit="points",
)

groc_score = Fact(
    "groc_score",
    Quantity(low=-5, high=5, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Global rating of change, 11-point",
    ask="How have you changed since your care began? Pick a number from -5 (very much worse) to 5 (fully recovered). Zero means no change.",
    meaning="Global rating of change, 11-point",
    section="outcomes 2.1, 2.2",
    unit="points",
)

groc_15_point_score = Fact(
    "groc_15_point_score",
    Quantity(low=-7, high=7, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Global rating of change, 15-point",
    ask="How have you changed since your care began? Pick a number from -7 (much worse) to 7 (much better). Zero means no change.",
    meaning="Global rating of change, 15-point form; never mix with the 11-point form",
    section="outcomes 2.1, 2.2",
    unit="points",
)

phq4_score = Fact(
    "phq4_score",
    Quantity(low=0, high=12, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="PHQ-4 total",
    ask="What is your total score on the mood and worry form with 4 questions? Enter points from 0 to 12.",
    meaning="PHQ-4 total",
    section="outcomes 2.1, 2.2",
    unit="points",
    codes=(Code("LOINC", "70272-0", "PHQ-4 total score", "recalled"),),
)

phq2_score = Fact(
    "phq2_score",
    Quantity(low=0, high=6, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="PHQ-2 (depression half)",
    ask="What is your score on the 2 mood questions of the mood and worry form? Enter points from 0 to 6.",
    meaning="PHQ-4, depression half (PHQ-2)",
    section="outcomes 2.1, 2.2",
    unit="points",
    codes=(Code("LOINC", "55758-7", "PHQ-2 total score", "recalled"),),
)

gad2_score = Fact(
    "gad2_score",
    Quantity(low=0, high=6, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="GAD-2 (anxiety half)",
    ask="What is your score on the 2 worry questions of the mood and worry form? Enter points from 0 to 6.",
    meaning="PHQ-4, anxiety half (GAD-2)",
    section="outcomes 2.1, 2.2",
    unit="points",
)

tsk11_score = Fact(
    "tsk11_score",
    Quantity(low=11, high=44),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Tampa scale of kinesiophobia (TSK-11)",
    ask="What is your total score on the form about how safe it feels to move? Enter points from 11 to 44.",
    meaning="Tampa scale of kinesiophobia, 11 items",
    section="outcomes 2.1, 2.2",
    unit="points",
)

pcs_score = Fact(
    "pcs_score",
    Quantity(low=0, high=52),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Pain catastrophising scale",
    ask="What is your total score on the form about your thoughts when in pain? Enter points from 0 to 52.",
    meaning="Pain catastrophising scale",
    section="outcomes 2.1, 2.2",
    unit="points",
)

pseq_score = Fact(
    "pseq_score",
    Quantity(low=0, high=60),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Pain self-efficacy, 10 items",
    ask="What is your total score on the 10-question form about coping with pain? Enter points from 0 to 60.",
    meaning="Pain self-efficacy, 10 items",
    section="outcomes 2.1, 2.2",
    unit="points",
)

pseq4_score = Fact(
    "pseq4_score",
    Quantity(low=0, high=24),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Pain self-efficacy, 4 items",
    ask="What is your total score on the 4-question form about coping with pain? Enter points from 0 to 24.",
    meaning="Pain self-efficacy, 4 items",
    section="outcomes 2.1, 2.2",
    unit="points",
)

pseq2_score = Fact(
    "pseq2_score",
    Quantity(low=0, high=12),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Pain self-efficacy, 2 items",
    ask="What is your total score on the 2-question form about coping with pain? Enter points from 0 to 12.",
    meaning="Pain self-efficacy, 2 items",
    section="outcomes 2.1, 2.2",
    unit="points",
)

isi_score = Fact(
    "isi_score",
    Quantity(low=0, high=28),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Insomnia severity index",
    ask="What is your total score on the form about trouble sleeping? Enter points from 0 to 28.",
    meaning="Insomnia severity index",
    section="outcomes 2.1, 2.2",
    unit="points",
)

psqi_score = Fact(
    "psqi_score",
    Quantity(low=0, high=21),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Pittsburgh sleep quality index",
    ask="What is your total score on the form about how well you sleep? Enter points from 0 to 21.",
    meaning="Pittsburgh sleep quality index, global score",
    section="outcomes 2.1, 2.2",
    unit="points",
)

pss4_score = Fact(
    "pss4_score",
    Quantity(low=0, high=16),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Perceived stress scale, 4 items",
    ask="What is your total score on the stress form with 4 questions? Enter points from 0 to 16.",
    meaning="Perceived stress scale, 4 items",
    section="outcomes 2.1, 2.2",
    unit="points",
)

csi_score = Fact(
    "csi_score",
    Quantity(low=0, high=100),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Central sensitisation inventory, part A",
    ask="What is your total score on part A of the body symptoms form? Enter points from 0 to 100.",
    meaning="Central sensitisation inventory, part A",
    section="outcomes 2.1, 2.2",
    unit="points",
)

csi9_score = Fact(
    "csi9_score",
    Quantity(low=0, high=36),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Central sensitisation inventory, 9 items",
    ask="What is your total score on the body symptoms form with 9 questions? Enter points from 0 to 36.",
    meaning="Central sensitisation inventory, 9 items",
    section="outcomes 2.1, 2.2",
    unit="points",
)

slanss_score = Fact(
    "slanss_score",
    Quantity(low=0, high=24),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="S-LANSS score",
    ask="What is your total score on the form about what kind of pain you feel? Enter points from 0 to 24.",
    meaning="S-LANSS",
    section="outcomes 2.1, 2.2",
    unit="points",
)

eq5d5l_index = Fact(
    "eq5d5l_index",
    Quantity(high=1),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="EQ-5D-5L index (Canada)",
    ask="What is your index from the 5 general health questions? The highest it can be is 1.",
    meaning="EQ-5D-5L index, Canadian value set (loaded from a licensed file)",
    section="outcomes 2.1, 2.2",
    unit="index",
)

eq5d_vas = Fact(
    "eq5d_vas",
    Quantity(low=0, high=100),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="EQ-5D visual analogue scale",
    ask="What number from 0 to 100 did you mark for your health on the scale?",
    meaning="EQ-5D visual analogue scale",
    section="outcomes 2.1, 2.2",
    unit="points",
)

promis_t_score = Fact(
    "promis_t_score",
    Quantity(low=0, high=100),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="PROMIS T-score",
    ask="What is your score on the health form named here? The average is 50.",
    meaning="PROMIS T-score of the named domain and form (mean 50, SD 10)",
    section="outcomes 2.1, 2.2",
    unit="T",
)

mtoq_score = Fact(
    "mtoq_score",
    Quantity(low=0),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Migraine treatment optimisation (mTOQ)",
    ask="What is your total score on the form about your migraine treatment? Note which version of the form you used.",
    meaning="Migraine treatment optimisation questionnaire; the version is part of the record",
    section="outcomes 2.1, 2.2",
    unit="points",
)

hurt_items = Fact(
    "hurt_items",
    Table(
        Quantity(low=0),
        {
            "1": "Question 1",
            "2": "Question 2",
            "3": "Question 3",
            "4": "Question 4",
            "5": "Question 5",
            "6": "Question 6",
            "7": "Question 7",
            "8": "Question 8",
        },
    ),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="HURT, item by item",
    ask="What did you answer to each of the 8 questions on the headache care form?",
    meaning="HURT, item by item; no total",
    section="outcomes 2.1, 2.2",
)

ears_score = Fact(
    "ears_score",
    Quantity(low=0, high=24),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Exercise adherence score (EARS)",
    ask="What is your total score on the form about your home exercises? It goes from 0 to 24.",
    meaning="Exercise adherence rating scale (range recalled)",
    section="treatment 5.3",
    unit="points",
)
