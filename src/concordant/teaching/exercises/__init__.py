"""The exercises for home, in the order of treatment 6.1, step 7."""

from concordant.teaching.exercises.deep_muscles import chin_nod, head_curl, head_lift, self_resisted_turn
from concordant.teaching.exercises.exercise import Exercise
from concordant.teaching.exercises.movement import neck_side_bend, neck_turn, self_snag, sit_tall
from concordant.teaching.exercises.senses_and_fitness import back_to_the_mark, brisk_walk, eyes_stay_on_the_dot
from concordant.teaching.exercises.strength import lean_back_against_band, press_without_moving, shoulder_blades

EXERCISES: tuple[Exercise, ...] = (
    self_snag,
    chin_nod,
    head_lift,
    neck_turn,
    neck_side_bend,
    sit_tall,
    shoulder_blades,
    lean_back_against_band,
    press_without_moving,
    back_to_the_mark,
    eyes_stay_on_the_dot,
    self_resisted_turn,
    head_curl,
    brisk_walk,
)

__all__ = ["EXERCISES", "Exercise"]
