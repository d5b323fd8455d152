"""Neck extensor endurance (examination 3.6)."""

from __future__ import annotations

from concordant.facts.examination import motor_control as facts
from concordant.measures.groups import Group
from concordant.measures.limits import Norm, ReadingError
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import FROM_PROVOCATION_ON
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import RealChange
from concordant.measures.source import Known, Source

EDMONDSTON = "10.1016/j.jmpt.2008.04.010"
REAL_CHANGE_SECONDS = 71
"""MDC95 71.3, Edmondston 2008; examination 7 writes 71."""

endurance = Measure(
    facts.extensor_endurance_seconds,
    "extensor endurance",
    Better.UP,
    ("stopwatch",),
    ("prone",),
    step=1,
    error=ReadingError(25.9, Source("Edmondston 2008, neck pain, SEM 25.9 s", Known.READ, EDMONDSTON)),
    norms=(
        Norm(
            290.5,
            "women without migraine; their ages were not read",
            Source("Florencio 2019", Known.READ, "10.2519/jospt.2019.8816"),
            Group("female"),
            centre_is="median",
        ),
    ),
    change=RealChange(REAL_CHANGE_SECONDS, "MDC95 71.3 s, Edmondston 2008", Known.READ),
)

procedure = Procedure(
    "extensor_endurance",
    "Neck extensor endurance",
    "examination 3.6",
    step=9,
    body=Body.PRONE,
    how=(
        "5 min after the flexors. Prone, head over the edge, trunk and pelvis strapped, 2 kg hung from a head "
        "band. Hold the head neutral; stop at a change of more than 5 degrees, on pain or on fatigue. The quick "
        "version is too unreliable to be used (ICC 0.14 to 0.41, Juul 2013)."
    ),
    contraindications=(
        "Acute neck injury, signs of the cord, uncontrolled blood pressure (breath is held); late pregnancy (prone)."
    ),
    minutes=minutes("extensor_endurance", 10, "neck extensor endurance"),
    source=f"Edmondston 2008, doi:{EDMONDSTON}; Florencio 2019, doi:10.2519/jospt.2019.8816",
    measures=(endurance,),
    locked_by=FROM_PROVOCATION_ON,
)
