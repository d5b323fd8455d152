"""Factors of the headache and of its treatment (prognosis 5)."""

from concordant.criteria import in_a_headache, one_of, verdict, yes
from concordant.facts.history.pattern import provoked_by_neck_movement_or_posture
from concordant.facts.history.person import light_headedness, work_status
from concordant.facts.outcomes.change import rated_better_at_one_month
from concordant.measures.questionnaires.global_change import SOMEWHAT
from concordant.progress.expected_course.factors.factor import Certainty, Direction, Factor

NO_INTERVAL = "no interval was read"
NO_FIGURE = "no figure was read"
JULL_STANTON = "Jull & Stanton 2005"
NIERE = "Niere 1998"
RESPONDERS = "200 people with cervicogenic headache"
MIXED = "112 people with headache of any kind"

OF_THE_HEADACHE: tuple[Factor, ...] = (
    Factor(
        key="early improvement",
        name="Better by the person's own rating at one month",
        direction=Direction.FASTER,
        figure="odds ratio 6.04 for improvement at 3 months",
        interval="95 % interval 2.76 to 13.69",
        people="people with chronic neck pain under chiropractic care",
        certainty=Certainty.READ,
        source="PMC3574031",
        use=(
            "The strongest practical signal, and no forecast of one person. The limit on the cohort's scale was not "
            f"seen: read here as {SOMEWHAT:+d} or more on the 11-point rating at about week 4 (retest 8)."
        ),
        when=yes(rated_better_at_one_month),
    ),
    Factor(
        key="light-headedness",
        name="Light-headed at the start of care",
        direction=Direction.SLOWER,
        figure="without it odds ratio 5.45 for 50 to 79 % and 5.7 for 80 to 100 % fewer headaches, long term",
        interval=NO_INTERVAL,
        people=RESPONDERS,
        certainty=Certainty.READ,
        source=JULL_STANTON,
        use="Screen vestibular and vascular causes and blood pressure first. PMC3574031 found no link with dizziness.",
        when=yes(light_headedness),
    ),
    Factor(
        key="medication overuse",
        name="Acute medicines taken too often (8.2)",
        direction=Direction.SLOWER,
        figure="no trial of cervicogenic headache",
        interval=NO_INTERVAL,
        people="people with medication-overuse headache",
        certainty=Certainty.RECALLED,
        source="logic of ICHD-3 8.2, doi:10.1177/0333102417738202",
        use="Fix it first.",
        when=in_a_headache(verdict("8.2")),
    ),
    Factor(
        key="moved by the neck",
        name="Headache changed by moving the neck",
        direction=Direction.FASTER,
        figure=NO_FIGURE,
        interval=NO_INTERVAL,
        people="a small group looked at backwards in time",
        certainty=Certainty.RECALLED,
        source="Fleming 2007",
        use="Weak. Asked here as provoked by neck movement or posture.",
        when=in_a_headache(yes(provoked_by_neck_movement_or_posture)),
    ),
    Factor(
        key="employed",
        name="In work, at work or off it",
        direction=Direction.FASTER,
        figure=NO_FIGURE,
        interval=NO_INTERVAL,
        people="a small group looked at backwards in time",
        certainty=Certainty.RECALLED,
        source="Fleming 2007",
        use="Weak. The same study names older age, without a limit that was read.",
        when=one_of(work_status, "full", "modified", "off"),
    ),
    Factor(
        key="intensity, age, duration",
        name="Moderate or worse intensity, age, long history",
        direction=Direction.NEITHER,
        figure="did not reduce success",
        interval=NO_INTERVAL,
        people=RESPONDERS,
        certainty=Certainty.READ,
        source=JULL_STANTON,
        use="Never withhold care for a long history or for age.",
    ),
    Factor(
        key="frequent headache",
        name="Frequent headache",
        direction=Direction.FASTER,
        figure=NO_FIGURE,
        interval=NO_INTERVAL,
        people=MIXED,
        certainty=Certainty.READ,
        source=NIERE,
        use="May partly be a return to the usual level. No limit was read, so it is not judged.",
    ),
    Factor(
        key="migraine-like pointers",
        name="Infrequent headache, one-sided, set off by food, or described in words of feeling or of the body's alarm",
        direction=Direction.SLOWER,
        figure=NO_FIGURE,
        interval=NO_INTERVAL,
        people=MIXED,
        certainty=Certainty.READ,
        source=NIERE,
        use="Review the diagnosis. Not judged: one-sided pain is itself a criterion of cervicogenic headache.",
    ),
    Factor(
        key="flexion-rotation range",
        name="Range of the flexion-rotation test at the start",
        direction=Direction.NEITHER,
        figure="no link with response",
        interval=NO_INTERVAL,
        people="one group treated with natural glides, without a control",
        certainty=Certainty.READ,
        source="Paquin 2021",
        use="For diagnosis and as a target, not for prognosis.",
    ),
    Factor(
        key="opinion",
        name=(
            "Severe trauma, family history, sensitive nerves, little neck finding, immune disease, slow first response"
        ),
        direction=Direction.SLOWER,
        figure="rated 49 to 60 of 100",
        interval=NO_INTERVAL,
        people="the view of 90 physiotherapists",
        certainty=Certainty.OPINION,
        source="doi:10.3109/09593985.2013.783894",
        use="Opinion only; not judged.",
    ),
    Factor(
        key="tension-type neighbour",
        name="Pain in one place, more neck range, higher intensity, migraine besides",
        direction=Direction.FASTER,
        figure="chance of recovery 92 % with them, 61 % without",
        interval=NO_INTERVAL,
        people="145 people with chronic tension-type headache",
        certainty=Certainty.NEIGHBOUR,
        source="Castien 2012, doi:10.1016/j.pain.2012.01.017 (recalled)",
        use="Another condition; not judged.",
    ),
)
