"""Factors after a crash (prognosis 5). Six of the eight of Cancelliere 2020 have a fact or part of one; no coefficient
was seen, so they are shown one by one and never added up."""

from concordant.criteria import Criterion, all_of, at_or_above, in_an_injury, yes
from concordant.facts.history.injury import (
    arm_or_hand_symptoms_after_injury,
    dizziness_after_injury,
    stiff_neck_after_injury,
    whiplash_occurred,
)
from concordant.facts.history.person import preexisting_headache
from concordant.facts.outcomes.questionnaires import pcs_score
from concordant.measures.questionnaires.catastrophising import HIGH
from concordant.progress.expected_course.factors.factor import Certainty, Direction, Factor
from concordant.progress.expected_course.factors.of_the_headache import NO_FIGURE, NO_INTERVAL

_WHIPLASH = in_an_injury(yes(whiplash_occurred))


def _one_of_eight(key: str, name: str, when: Criterion | None, use: str = "") -> Factor:
    return Factor(
        key=key,
        name=name,
        direction=Direction.SLOWER,
        figure=(
            "one of eight in a model of headache at 6 months: specificity 99.8 % and sensitivity 1.6 %, in another "
            "country 95.5 % and 27.2 %, at a probability of 0.75 and more"
        ),
        interval="no coefficient or interval was seen",
        people="4,162 people after a crash in Saskatchewan, and 379 in Sweden",
        certainty=Certainty.READ,
        source="Cancelliere 2020, doi:10.1016/j.aap.2020.105580",
        use=use or "The model can rule in and cannot rule out.",
        when=when,
    )


AFTER_A_CRASH: tuple[Factor, ...] = (
    _one_of_eight(
        "arm or hand symptoms",
        "Arm or hand symptoms after the crash",
        in_an_injury(all_of(yes(whiplash_occurred), yes(arm_or_hand_symptoms_after_injury))),
    ),
    _one_of_eight(
        "dizziness after the crash",
        "Dizziness after the crash",
        in_an_injury(all_of(yes(whiplash_occurred), yes(dizziness_after_injury))),
    ),
    _one_of_eight(
        "stiff neck after the crash",
        "Stiff neck after the crash",
        in_an_injury(all_of(yes(whiplash_occurred), yes(stiff_neck_after_injury))),
    ),
    _one_of_eight(
        "headache before the crash",
        "Headache before the crash",
        all_of(_WHIPLASH, yes(preexisting_headache)),
    ),
    _one_of_eight(
        "age, work, intensity, expectation",
        "Age, work status, intensity of the headache, low expectation of recovery",
        None,
        use="No limits were seen, so these four are not judged. Ask at intake what recovery the person expects.",
    ),
    Factor(
        key="catastrophising",
        name=f"Pain catastrophising scale of {HIGH} or more after whiplash",
        direction=Direction.SLOWER,
        figure=NO_FIGURE,
        interval=NO_INTERVAL,
        people="people with subacute whiplash",
        certainty=Certainty.READ,
        source="Scott 2014",
        use="Add care that is informed by psychology.",
        when=all_of(_WHIPLASH, at_or_above(pcs_score, HIGH)),
    ),
    Factor(
        key="expectation and coping",
        name="Expecting to recover, and coping well",
        direction=Direction.FASTER,
        figure="half improve a lot by 3 months; symptoms end within 6 months in half",
        interval=NO_INTERVAL,
        people="74 sound studies of people after a crash",
        certainty=Certainty.READ,
        source="Shearer 2020",
        use="No limit was read, so it is not judged.",
    ),
    Factor(
        key="whiplash cohort",
        name="Little neck movement, old headache, head injury, age, intense neck pain and headache, nervousness",
        direction=Direction.SLOWER,
        figure=NO_FIGURE,
        interval=NO_INTERVAL,
        people="117 people followed for a year after whiplash",
        certainty=Certainty.READ,
        source="1-year cohort named in prognosis 5 (abstract)",
        use="A reason to measure early. No limits were read, so it is not judged.",
    ),
)
