"""Line drawings of the exercises: one figure, one line weight, one accent colour, no words inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from concordant.teaching.drawing.scenes import facing, from_above, lying, sitting, walking
from concordant.teaching.drawing.shape import Piece, as_svg
from concordant.teaching.exercises import Exercise

SCENES: Mapping[str, Callable[[], tuple[Piece, ...]]] = MappingProxyType(
    {
        "self_snag": facing.self_snag,
        "chin_nod": lying.chin_nod,
        "head_lift": lying.head_lift,
        "neck_turn": facing.neck_turn,
        "neck_side_bend": facing.neck_side_bend,
        "sit_tall": sitting.sit_tall,
        "shoulder_blades": facing.shoulder_blades,
        "lean_back_against_band": sitting.lean_back_against_band,
        "press_without_moving": sitting.press_without_moving,
        "back_to_the_mark": from_above.back_to_the_mark,
        "eyes_stay_on_the_dot": from_above.eyes_stay_on_the_dot,
        "self_resisted_turn": facing.self_resisted_turn,
        "head_curl": lying.head_curl_on_hands_and_knees,
        "brisk_walk": walking.brisk_walk,
    }
)
"""By the id of the exercise."""


def drawing(exercise: Exercise, *, prefix: str = "") -> str:
    """The SVG, with the name of the exercise as its title, in the language of the moment.

    ``prefix`` goes before its ids, for a page that shows one drawing twice.
    """
    return _drawn(exercise.id, f"{prefix}{exercise.id.replace('_', '-')}", exercise.name, exercise.seen)


@lru_cache(maxsize=128)
def _drawn(scene: str, name: str, title: str, description: str) -> str:
    """Kept by its words: the same drawing stands in every language once."""
    return as_svg(SCENES[scene](), name=name, title=title, description=description)


__all__ = ["SCENES", "drawing"]
