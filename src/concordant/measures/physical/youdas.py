"""Decade means of active range with the CROM device, as recalled of Youdas 1992: nobody here has read the table.

A clinic that does not trust them switches them off; then no active range is reduced or normal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from concordant.measures.groups import Group
from concordant.measures.limits import Norm
from concordant.measures.source import Known, Source
from concordant.settings import Standing, switch

USED = switch(
    "recalled_range_norms",
    True,
    says="Active range of the neck is read against the recalled decade means of Youdas 1992.",
    source="examination 3.1; doi:10.1093/ptj/72.11.770",
    standing=Standing.RECALLED,
)
SOURCE = Source("Youdas 1992", Known.RECALLED, "10.1093/ptj/72.11.770")
POPULATION = "337 healthy volunteers, CROM device"

DECADES = ((11, 20), (20, 30), (30, 40), (40, 50), (50, 60), (60, 70), (70, 80), (80, 90))
FLEXION = (64, 54, 47, 50, 46, 41, 39, 40)
EXTENSION = {"male": (86, 77, 68, 63, 60, 57, 54, 49), "female": (84, 86, 78, 78, 65, 65, 55, 50)}
LATERAL_FLEXION = {
    "left": {"male": (46, 41, 41, 36, 35, 30, 25, 24), "female": (47, 43, 43, 41, 35, 34, 27, 23)},
    "right": {"male": (45, 45, 43, 38, 36, 30, 26, 24), "female": (49, 46, 47, 42, 37, 33, 28, 26)},
}
ROTATION = {
    "left": {"male": (72, 69, 65, 62, 58, 57, 50, 46), "female": (71, 72, 66, 64, 63, 60, 53, 49)},
    "right": {"male": (74, 70, 67, 65, 61, 54, 50, 46), "female": (75, 75, 72, 70, 61, 65, 53, 50)},
}


def by_decade(means: tuple[int, ...], sd: float, sex: str | None = None, side: str | None = None) -> Iterator[Norm]:
    """One norm for each decade of age."""
    for (age_from, age_below), mean in zip(DECADES, means, strict=True):
        yield Norm(mean, POPULATION, SOURCE, Group(sex, side, age_from, age_below), sd)


def by_sex(means: Mapping[str, tuple[int, ...]], sd: float, side: str | None = None) -> Iterator[Norm]:
    """One norm for each sex and decade."""
    for sex, of_sex in means.items():
        yield from by_decade(of_sex, sd, sex, side)


def by_side(means: Mapping[str, Mapping[str, tuple[int, ...]]], sd: float) -> Iterator[Norm]:
    """One norm for each side, sex and decade."""
    for side, of_side in means.items():
        yield from by_sex(of_side, sd, side)
