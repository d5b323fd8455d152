"""Where it hurts, where the pain goes, and which segments of the neck bring it on: what the drawing shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from concordant.criteria import Binding, Reading
from concordant.criteria.nodes import Term
from concordant.facts.examination.palpation import palpation_familiar_headache
from concordant.facts.fact import SEGMENTS, SIDES
from concordant.facts.history.pattern import laterality, pain_regions, pain_starts_in_neck, spreads_back_to_front
from concordant.language import said

_SIDES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "left_always": ("left",),
        "right_always": ("right",),
        "one_sided_alternating": SIDES,
        "bilateral": SIDES,
    }
)
STATES: Mapping[str, str | Promise] = MappingProxyType(
    {"met": _("Brings on the headache"), "not-met": _("Does not bring it on"), "unknown": _("Not tested")}
)


@dataclass(frozen=True)
class Segment:
    """One side of one segment of the neck."""

    name: str
    side: str
    state: str
    state_name: str | Promise
    on: date | None
    x: int
    y: int
    is_named: bool
    """The reading of the source of pain names its joint."""


@dataclass(frozen=True)
class Bone:
    name: str
    y: int

    @property
    def text_y(self) -> int:
        return self.y + 9


@dataclass(frozen=True)
class Drawing:
    """One headache on the head and neck."""

    regions: frozenset[str]
    region_names: tuple[str, ...]
    sides: tuple[str, ...]
    side_name: str
    seen_from: str
    """The side from which the profile is drawn."""
    starts_in_neck: bool
    spreads: bool
    segments: tuple[Segment, ...]

    @property
    def says_something(self) -> bool:
        return bool(self.regions or self.sides) or any(one.state != "unknown" for one in self.segments)

    @property
    def names_a_joint(self) -> bool:
        return any(one.is_named for one in self.segments)

    @property
    def places(self) -> tuple[str, ...]:
        """Regions with their sides, as classes of the shapes of the view from behind."""
        return tuple(f"{region}-{side}" for region in sorted(self.regions) for side in self.sides or SIDES)

    @property
    def by_state(self) -> list[tuple[str, str | Promise, list[Segment]]]:
        """The segments in words: those that bring on the headache first."""
        groups = [(state, name, [one for one in self.segments if one.state == state]) for state, name in STATES.items()]
        return [group for group in groups if group[2]]

    @property
    def bones(self) -> list[Bone]:
        """C0 is the base of the skull, drawn as a line; a segment lies between two bones."""
        return [Bone(f"C{number}", _FIRST_ROW + _ROW * (number - 1) + 4) for number in range(1, 5)]


def drawing_of(look: Look, headache: str, named: frozenset[str] = frozenset()) -> Drawing:
    """`named`: the structures that something points to, as the reading of the source of pain names them."""
    where = Binding(headache=headache)

    def read(term: Term) -> Reading:
        return look.record.read(term, where)

    regions, side = read(Term(pain_regions)).value, read(Term(laterality)).value
    sides = _SIDES.get(side, ()) if isinstance(side, str) else ()
    chosen = regions if isinstance(regions, frozenset) else frozenset()
    return Drawing(
        regions=chosen,
        region_names=tuple(said(pain_regions.kind.options[word]) for word in pain_regions.kind.words if word in chosen),
        sides=sides,
        side_name=laterality.kind.say(side) if sides else "",
        seen_from="left" if sides == ("left",) else "right",
        starts_in_neck=read(Term(pain_starts_in_neck)).value is True,
        spreads=read(Term(spreads_back_to_front)).value is True,
        segments=tuple(
            _segment(read(Term(palpation_familiar_headache, side, segment)), segment, row, side, named)
            for row, segment in enumerate(SEGMENTS)
            for side in SIDES
        ),
    )


_FIRST_ROW, _ROW, _MIDDLE, _OUT = 125, 18, 100, 21
"""Where the segments lie in the view from behind; a person's left is at the left there."""


def _segment(reading: Reading, segment: str, row: int, side: str, named: frozenset[str]) -> Segment:
    state = (
        {True: "met", False: "not-met"}.get(reading.value, "unknown") if isinstance(reading.value, bool) else "unknown"
    )
    return Segment(
        name=segment,
        side=side,
        state=state,
        state_name=STATES[state],
        on=reading.said.on if reading.said else None,
        x=_MIDDLE + (_OUT if side == "right" else -_OUT),
        y=_FIRST_ROW + _ROW * row,
        is_named=f"{segment} {side}" in named,
    )
