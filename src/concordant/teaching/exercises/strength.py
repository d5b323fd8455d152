"""Shoulder blades and strength."""

from concordant.teaching.exercises.exercise import Exercise
from concordant.teaching.sources import CHEN_2018, JOSPT_2017, OPTIMA_2019, YLINEN_2010

shoulder_blades = Exercise(
    "shoulder_blades",
    "Set your shoulder blades",
    "scapular_training",
    (
        "Sit or stand tall with your arms loose.",
        "Draw both shoulder blades gently back and down.",
        "Keep your neck soft and breathe.",
        "Hold, then let go.",
    ),
    "Light work between and under the shoulder blades.",
    "Stop if your shoulders creep up or your neck gets tight.",
    "A person from behind. First the shoulders are up, then both shoulder blades go back and down. Arrows point down "
    "and in.",
    (OPTIMA_2019, JOSPT_2017),
    "read that shoulder girdle work is advised; way of doing it assumed",
)

press_without_moving = Exercise(
    "press_without_moving",
    "Press your head into your hand",
    "neck_strength_isometric",
    (
        "Sit tall. Lay one palm on your forehead.",
        "Press head and hand against each other. Nothing moves.",
        "Hold, breathe, then let go slowly.",
        "Do the same at each side, and at the back of your head.",
    ),
    "Even work in your neck. Press only as hard as your plan says.",
    "Stop if it hurts, shakes or makes your head ache.",
    "A person presses the forehead into the palm, then the side of the head. Two arrows point at each other: nothing "
    "moves.",
    (YLINEN_2010,),
    "read that it was part of the programme; way of doing it assumed",
)

lean_back_against_band = Exercise(
    "lean_back_against_band",
    "Lean back against a band",
    "neck_strength_resistance",
    (
        "Tie the band to the wall at head height. Put the loop round your head.",
        "Sit tall, face to the wall, with the band just tight.",
        "Lean back from the hips. Head and back move as one.",
        "Come back slowly.",
        "Turn your seat to do the other sides in the same way.",
    ),
    "Work all round your neck. Your neck itself does not bend.",
    "Stop if your neck gives way, or the pain goes up and stays up.",
    "A person sits on a stool, facing a wall. A band goes from the wall round the head. Head and back lean back as "
    "one. A curved arrow shows the way.",
    (YLINEN_2010, CHEN_2018),
    "effect read (abstract); band in four directions read in a summary page; way of doing it recalled",
)
