"""What a day with a headache is like, by kind of headache."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from concordant.simulate.sources import ASSUMED, Spread

WORST_FROM_NECK_NRS = Spread(6.4, 1.6, 1, 10, "Dunning 2016, doi:10.1186/s12891-016-0912-3: manipulation arm, week 0")
WORST_MIGRAINE_NRS = Spread(7, 1.5, 4, 10, ASSUMED)
WORST_TENSION_NRS = Spread(4, 1.2, 1, 6, ASSUMED)
HOURS_FROM_NECK = Spread(7, 3, 1, 18, ASSUMED)
HOURS_MIGRAINE = Spread(13, 5, 4, 24, ASSUMED)
HOURS_SHORT_MIGRAINE = Spread(2, 0.5, 1, 3, ASSUMED)
HOURS_TENSION = Spread(5, 2, 0.5, 12, ASSUMED)
ALL_DAY = Spread(24, 0.1, 24, 24, ASSUMED)

Medicines = tuple[tuple[tuple[str, ...], float], ...]
"""What is taken on a headache day, with its chance."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Chances of what is written on a headache day. All chances are demo assumptions, no clinical meaning."""

    worst_nrs: Spread
    hours: Spread
    sides: tuple[str, ...]
    """One of these on each day; none: the person's own side, still to be given with ``on_side``."""
    from_neck: float = 0.0
    with_neck_movement: float = 0.1
    with_routine_activity: float = 0.1
    pulsating: float = 0.0
    nausea: tuple[str, ...] = ("none",)
    light: float = 0.0
    sound: float = 0.0
    medicines: Medicines = (((), 0.8), (("nsaid",), 0.15), (("paracetamol",), 0.05))

    def on_side(self, *sides: str) -> Kind:
        """The same on these sides."""
        return replace(self, sides=sides)

    def taking(self, *medicines: tuple[tuple[str, ...], float]) -> Kind:
        """The same with other medicines."""
        return replace(self, medicines=medicines)

    def day(self, rng: Random, milder_by: float = 0.0) -> dict[str, Any]:
        """The entries of one headache day; ``milder_by`` NRS points."""
        worst = self.worst_nrs.whole(rng, -milder_by)
        nausea = rng.choice(self.nausea)
        return {
            "headache_today": True,
            "intensity_nrs": worst,
            "headache_hours": self.hours.draw(rng, 0.5),
            "headache_side_today": rng.choice(self.sides),
            "started_in_neck_today": rng.random() < self.from_neck,
            "worse_with_neck_movement_today": rng.random() < self.with_neck_movement,
            "worse_with_routine_activity_today": rng.random() < self.with_routine_activity,
            "pulsating_today": rng.random() < self.pulsating,
            "nausea_today": nausea,
            "vomiting_today": nausea == "severe",
            "photophobia_today": rng.random() < self.light,
            "phonophobia_today": rng.random() < self.sound,
            "acute_medication": self._taken(rng),
        }

    def medicine_share(self) -> float:
        """On what share of headache days anything is taken."""
        return sum(share for classes, share in self.medicines if classes)

    def _taken(self, rng: Random) -> list[str]:
        classes, weights = zip(*self.medicines, strict=True)
        return list(rng.choices(classes, weights)[0])


FROM_NECK = Kind(WORST_FROM_NECK_NRS, HOURS_FROM_NECK, (), from_neck=0.85, with_neck_movement=0.8)
MIGRAINE = Kind(
    WORST_MIGRAINE_NRS,
    HOURS_MIGRAINE,
    ("left", "right", "right"),
    from_neck=0.2,
    with_routine_activity=0.9,
    pulsating=0.8,
    nausea=("none", "mild", "moderate", "moderate", "severe"),
    light=0.9,
    sound=0.85,
    medicines=(((), 0.2), (("triptan",), 0.5), (("nsaid",), 0.3)),
)
SHORT_MIGRAINE = replace(MIGRAINE, hours=HOURS_SHORT_MIGRAINE)
TENSION = Kind(WORST_TENSION_NRS, HOURS_TENSION, ("both",), light=0.2)
CONTINUOUS = Kind(WORST_FROM_NECK_NRS, ALL_DAY, (), from_neck=0.3, with_neck_movement=0.4)
