"""Deep neck flexor endurance (examination 3.5)."""

from __future__ import annotations

from concordant.facts.examination import motor_control as facts
from concordant.measures.groups import Group
from concordant.measures.limits import CutOff, Limit, Norm, ReadingError
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import FROM_PROVOCATION_ON
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import Join, RealChange, Spread, Trials
from concordant.measures.source import Known, Source

DOMENECH = Source("Domenech 2011", Known.READ, "10.1016/j.pmrj.2010.10.023")
EDMONDSTON = "10.1016/j.jmpt.2008.04.010"
CUT_OFF_SECONDS = {"male": 19, "female": 16}
"""Mean minus one SD for sex, Domenech 2011: 38.9 - 20.1 and 29.4 - 13.7, rounded up."""
REAL_CHANGE_SECONDS = 18
"""MDC95 17.8, same rater, Edmondston 2008."""
REAL_CHANGE_OTHER_RATER_SECONDS = 32
"""2.772 x SEM 11.5, two raters, neck pain, Harris 2005."""
_PEOPLE = "126 healthy adults aged 20 to 80, no effect of age"


def _adult(sex: str) -> Group:
    return Group(sex, age_from=20, age_below=81)


endurance = Measure(
    facts.dnf_endurance_seconds,
    "flexor endurance",
    Better.UP,
    ("stopwatch",),
    ("supine",),
    step=1,
    trials=Trials(
        2,
        2,
        Join.MEAN,
        Spread(REAL_CHANGE_SECONDS, Source("Edmondston 2008, MDC95 17.8 s", Known.READ, EDMONDSTON)),
    ),
    error=ReadingError(6.4, Source("Edmondston 2008, neck pain, same rater, SEM 6.4 s", Known.READ, EDMONDSTON)),
    cut_off=CutOff(
        tuple(Limit(seconds, False, _adult(sex)) for sex, seconds in CUT_OFF_SECONDS.items()),
        Source("mean minus one SD for sex, Domenech 2011", Known.DERIVED, DOMENECH.doi),
    ),
    norms=(
        Norm(38.9, _PEOPLE, DOMENECH, _adult("male"), 20.1),
        Norm(29.4, _PEOPLE, DOMENECH, _adult("female"), 13.7),
    ),
    change=RealChange(
        REAL_CHANGE_SECONDS,
        "MDC95 17.8 s, same rater, Edmondston 2008",
        Known.READ,
        REAL_CHANGE_OTHER_RATER_SECONDS,
        "2.772 x SEM 11.5 s of two raters, Harris 2005",
    ),
)

procedure = Procedure(
    "flexor_endurance",
    "Deep neck flexor endurance",
    "examination 3.5",
    step=9,
    body=Body.SUPINE,
    how=(
        "Supine, knees bent. Tuck the chin, lift the head about 2.5 cm and hold. Line across a skin fold, or a "
        "hand under the head. Stop when the tuck or the height is lost for more than 1 s, or on pain. Two trials, "
        "5 min of rest between them, mean."
    ),
    contraindications="Acute neck injury, signs of the cord, uncontrolled blood pressure (breath is held).",
    minutes=minutes("flexor_endurance", 8, "deep neck flexor endurance, two trials with 5 min of rest"),
    source=str(DOMENECH),
    measures=(endurance,),
    findings=(facts.chin_loses_nod, facts.dnf_endurance_norm_seconds, facts.dnf_endurance_impaired),
    locked_by=FROM_PROVOCATION_ON,
)
