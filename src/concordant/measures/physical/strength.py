"""Maximal isometric strength of the neck (examination 3.7)."""

from __future__ import annotations

from concordant.facts.examination import motor_control as facts
from concordant.facts.fact import Fact
from concordant.facts.kinds import Quantity
from concordant.measures.groups import Group
from concordant.measures.limits import Norm
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import NOT_WHEN_IRRITABLE
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import Join, RealChange, Spread, Trials
from concordant.measures.source import Known, Source

REAL_CHANGE_PERCENT = 20
"""Smallest detectable difference under 20 % by one rater (Strimpakos 2004, author recalled)."""
REAL_CHANGE_OTHER_RATER_PERCENT = 30
"""Under 30 % by two raters (the same)."""

_STRIMPAKOS = "Strimpakos 2004 (author recalled)"
CHANGE = RealChange(
    REAL_CHANGE_PERCENT,
    f"smallest detectable difference of one rater, {_STRIMPAKOS}",
    Known.READ,
    REAL_CHANGE_OTHER_RATER_PERCENT,
    f"smallest detectable difference of two raters, {_STRIMPAKOS}",
    percent=True,
)
TRIALS = Trials(3, 3, Join.MEAN_OF_BEST_TWO, Spread(REAL_CHANGE_PERCENT, Source(_STRIMPAKOS, Known.READ), percent=True))
_SALO = Source("Salo 2006 (author recalled)", Known.READ)
_WOMEN = "220 healthy women aged 20 to 59, no effect of age; of another device and lever"


def _women(mean: float, sd: float, side: str | None = None) -> Norm:
    return Norm(mean, _WOMEN, _SALO, Group("female", side, 20, 60), sd)


def _strength(
    fact: Fact[Quantity], short: str, step: float, norms: tuple[Norm, ...] = (), no_norm: str = ""
) -> Measure:
    return Measure(
        fact,
        short,
        Better.UP,
        ("hand_held_dynamometer", "fixed_dynamometer"),
        ("sitting", "standing"),
        step=step,
        trials=TRIALS,
        norms=norms,
        no_norm=no_norm,
        change=CHANGE,
    )


flexion = _strength(facts.strength_flexion_newton, "flexion strength", 1, (_women(73.8, 20.0),))
extension = _strength(facts.strength_extension_newton, "extension strength", 1, (_women(190.8, 31.3),))
lateral_flexion = _strength(
    facts.strength_lateral_flexion_newton, "side-bend strength", 1, no_norm="no norm of side-bend strength was found"
)
rotation = _strength(
    facts.strength_rotation_newton_metre,
    "rotation strength",
    0.1,
    (_women(8.1, 2.3, "right"), _women(7.9, 2.3, "left")),
)

procedure = Procedure(
    "strength",
    "Maximal isometric strength",
    "examination 3.7",
    step=10,
    body=Body.SITTING,
    how=(
        "Sitting or standing, fixed; dynamometer at the forehead, the occiput, the temple. Build up over 2 s, "
        "hold 3 to 5 s. Three trials with 60 s of rest, mean of the best two. After one day of practice, as "
        "values rise from the first day to the second. Values hold within one device and lever only; men are read "
        "against their own start."
    ),
    contraindications="Irritable pain, recent trauma, instability, uncontrolled hypertension, aneurysm.",
    minutes=minutes("strength", 15, "neck strength, all directions"),
    source=f"{_SALO}; {_STRIMPAKOS}; hand-held: doi:10.3233/BMR-170829",
    measures=(flexion, extension, lateral_flexion, rotation),
    locked_by=NOT_WHEN_IRRITABLE,
    only_if="optional",
)
