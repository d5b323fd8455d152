"""A neck as the examiner finds it, and as it is after some weeks of care."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from concordant.measures.physical.craniocervical_flexion import IMPAIRED_MMHG, REAL_CHANGE_MMHG
from concordant.measures.physical.flexion_rotation import (
    BORDERLINE_DEG,
    CUT_OFF_DEG,
    CUT_OFF_OLDER_DEG,
    REAL_CHANGE_DEG,
)
from concordant.simulate.sources import ASSUMED, Figure, Spread

OTHER = {"left": "right", "right": "left"}
UPPER_SEGMENTS = ("C0-C1", "C1-C2", "C2-C3")

FRT_TIGHT_SIDE_DEG = Spread(
    26.5,
    6.0,
    12,
    41,
    "mean: 25 to 28, Hall 2010, doi:10.1007/s10194-010-0222-3; SD: as in healthy people (the group's was not seen), "
    "Satpute 2019, doi:10.1080/10669817.2018.1533195",
)
FRT_POSITIVE_AT_ANY_AGE_DEG = Figure(CUT_OFF_OLDER_DEG, "the lowest cut-off for age, examination 3.2")
_NOT_BORDERLINE_DEG = CUT_OFF_DEG + BORDERLINE_DEG
FRT_FREE_SIDE_DEG = Spread(
    44.6, 6.6, _NOT_BORDERLINE_DEG, 58, "healthy, right side: Satpute 2019, doi:10.1080/10669817.2018.1533195"
)
FRT_MIGRAINE_DEG = Spread(
    42, 6.0, _NOT_BORDERLINE_DEG + 1, 54, "mean: Hall 2010, doi:10.1007/s10194-010-0222-3; SD as above"
)
FRT_GAIN_DEG = Spread(
    15,
    9,
    REAL_CHANGE_DEG + 2,
    22,
    "first visit, Hall 2007, doi:10.2519/jospt.2007.2379; taken here as a gain by retest that is real",
)
FRT_NOISE_DEG = Spread(0, 2, -4, 4, "SEM 2, phone, Satpute 2019, doi:10.1080/10669817.2018.1533195")
CCFT_NECK_PAIN_MMHG = Figure(IMPAIRED_MMHG, "the cut-off, and the median of neck pain: Chiu 2005 (recalled)")
CCFT_HEALTHY_MMHG = Figure(
    IMPAIRED_MMHG + REAL_CHANGE_MMHG, "a real change from there, and the healthy median: Chiu 2005 (recalled)"
)
ROTATION_DEG = Spread(64, 8, 48, 80, "40 to 49 years, Youdas 1992 (recalled); SD: software default, examination 3.1")
EXTENSION_DEG = Spread(66, 12, 45, 85, "40 to 49 years, Youdas 1992 (recalled); SD: software default, examination 3.1")
ROTATION_NOISE_DEG = Spread(0, 3, -6, 6, "SEM 2.5 to 4.1, Fletcher 2008, doi:10.2519/jospt.2008.2680")
GOOD_HOLDS_AT_FIRST = Spread(5, 1.5, 2, 8, ASSUMED)
GOOD_HOLDS_LATER = Spread(9, 1, 8, 10, ASSUMED)
PALPATION_PAIN_NRS = Spread(5, 1, 3, 8, ASSUMED)
PROVOKED_RISE_NRS = Spread(4, 1, 2, 7, ASSUMED)
RATER = "R1"
"""The same at every visit, so that what was found can be compared."""


@dataclass(frozen=True, slots=True)
class Neck:
    """What the tests of the upper neck give. ``side`` is the tight one."""

    side: str
    frt_tight_deg: int
    frt_free_deg: int
    ccft_mmhg: int
    good_holds: int
    rotation_deg: tuple[int, int]
    """Left, right."""
    extension_deg: int
    concordant: bool
    """Pressure on C1-C2 of the tight side brings on the person's own headache (63 % of CGH, Hall 2010)."""
    pain_nrs: int

    def better(self, rng: Random) -> Neck:
        """After care that reached the neck: more turn, more stages, and pressure no longer brings on the headache."""
        turn = min(self.frt_tight_deg + FRT_GAIN_DEG.whole(rng), self.frt_free_deg)
        return replace(
            self.same(rng),
            frt_tight_deg=max(turn, self.frt_tight_deg + int(FRT_GAIN_DEG.low)),
            ccft_mmhg=int(CCFT_HEALTHY_MMHG.value),
            good_holds=GOOD_HOLDS_LATER.whole(rng),
            concordant=False,
            pain_nrs=1,
        )

    def same(self, rng: Random) -> Neck:
        """The same neck tested again: nothing but the error of the tests."""
        left, right = self.rotation_deg
        return replace(
            self,
            frt_tight_deg=self.frt_tight_deg + FRT_NOISE_DEG.whole(rng),
            frt_free_deg=self.frt_free_deg + FRT_NOISE_DEG.whole(rng),
            rotation_deg=(left + ROTATION_NOISE_DEG.whole(rng), right + ROTATION_NOISE_DEG.whole(rng)),
            extension_deg=self.extension_deg + ROTATION_NOISE_DEG.whole(rng),
        )

    def findings(self, headache: str | None) -> list[dict[str, Any]]:
        """The tests as findings of a visit; ``headache`` names whose headache pressure brings on."""
        # A bent neck turns no further than a free one.
        most = dict(zip(("left", "right"), self.rotation_deg, strict=True))
        frt = {
            self.side: min(self.frt_tight_deg, most[self.side]),
            OTHER[self.side]: min(self.frt_free_deg, most[OTHER[self.side]]),
        }
        found = [_flexion_rotation(side, degrees) for side, degrees in sorted(frt.items())]
        found += [
            {"fact": "arom_rotation_deg", "side": side, "value": degrees, "instrument": "cervical_rom_device"}
            for side, degrees in zip(("left", "right"), self.rotation_deg, strict=True)
        ]
        found += [
            {"fact": "arom_extension_deg", "value": self.extension_deg, "instrument": "cervical_rom_device"},
            {"fact": "ccft_activation_mmhg", "value": self.ccft_mmhg, "position": "supine"},
            {"fact": "ccft_good_holds", "value": self.good_holds, "position": "supine"},
        ]
        for segment in UPPER_SEGMENTS:
            for side in ("left", "right"):
                found += self._palpation(side, segment, headache)
        return [one | {"rater": RATER} for one in found]

    def _palpation(self, side: str, segment: str, headache: str | None) -> list[dict[str, Any]]:
        here = side == self.side and segment == "C1-C2"
        place = {"side": side, "segment": segment, "position": "prone"}
        whose = {"headache": headache} if headache else {}
        return [
            {"fact": "palpation_resistance", **place, "value": "stiff" if here and self.pain_nrs > 1 else "normal"},
            {"fact": "palpation_pain_nrs", **place, "value": self.pain_nrs if here else 0},
            {"fact": "palpation_familiar_headache", **place, **whose, "value": here and self.concordant},
        ]


def _flexion_rotation(side: str, degrees: int) -> dict[str, Any]:
    return {
        "fact": "frt_rotation_deg",
        "side": side,
        "value": degrees,
        "trials": [degrees - 1, degrees, degrees + 1],
        "instrument": "cervical_rom_device",
        "position": "supine_full_flexion",
        "headache_phase": "none",
    }


def painful_neck(rng: Random, side: str) -> Neck:
    """A neck that can give headache: one side tight, weak deep flexors, pressure brings on the own headache."""
    while True:
        neck = any_painful_neck(rng, side)
        if neck.frt_tight_deg <= FRT_POSITIVE_AT_ANY_AGE_DEG.value:
            return neck


def any_painful_neck(rng: Random, side: str) -> Neck:
    """The same as a group has it: the flexion-rotation test need not be positive in everyone."""
    return Neck(
        side=side,
        frt_tight_deg=FRT_TIGHT_SIDE_DEG.whole(rng),
        frt_free_deg=FRT_FREE_SIDE_DEG.whole(rng),
        ccft_mmhg=int(CCFT_NECK_PAIN_MMHG.value) - rng.choice((0, 2)),
        good_holds=GOOD_HOLDS_AT_FIRST.whole(rng),
        rotation_deg=(ROTATION_DEG.whole(rng), ROTATION_DEG.whole(rng)),
        extension_deg=EXTENSION_DEG.whole(rng),
        concordant=True,
        pain_nrs=PALPATION_PAIN_NRS.whole(rng),
    )


def free_neck(rng: Random, side: str) -> Neck:
    """A neck that turns freely and does not bring on the headache."""
    return replace(
        painful_neck(rng, side),
        frt_tight_deg=FRT_MIGRAINE_DEG.whole(rng),
        ccft_mmhg=int(CCFT_HEALTHY_MMHG.value),
        good_holds=GOOD_HOLDS_LATER.whole(rng),
        concordant=False,
        pain_nrs=1,
    )
