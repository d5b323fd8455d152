"""Where the head is, where the eyes look, and fitness."""

from concordant.teaching.exercises.exercise import Exercise
from concordant.teaching.sources import DAHER_2020, SENSORIMOTOR_2018

back_to_the_mark = Exercise(
    "back_to_the_mark",
    "Find the mark again",
    "sensorimotor_training",
    (
        "Sit and face the wall. Wear the light and point it at the mark.",
        "Close your eyes and turn your head to one side.",
        "Turn back to where you think the mark is.",
        "Open your eyes and see how close you are.",
        "Do the other side.",
    ),
    "You have to think, not to strain. It gets closer with time.",
    "Stop if you feel dizzy or sick. Go slower next time.",
    "A person from above, facing a wall. A light on the head points at a mark. The head turns away, and an arrow shows "
    "the way back to the mark.",
    (SENSORIMOTOR_2018,),
    "tool read; way of doing it recalled",
)

eyes_stay_on_the_dot = Exercise(
    "eyes_stay_on_the_dot",
    "Eyes on one dot",
    "gaze_stability",
    (
        "Sit and look at a dot on the wall, at eye level.",
        "Turn your head a little to one side and then to the other.",
        "Keep your eyes on the dot. It should stay clear.",
        "Rest and look around before you go on.",
    ),
    "Your eyes work while your head moves. A touch of unease that goes soon is all right.",
    "Stop if the dot blurs, or if you feel dizzy or sick.",
    "A person from above looks at a dot. The head turns to both sides, shown by arrows, while the line of sight stays "
    "on the dot.",
    (SENSORIMOTOR_2018,),
    "part of the protocol read; way of doing it recalled",
)

brisk_walk = Exercise(
    "brisk_walk",
    "Walk at a good pace",
    "aerobic_exercise",
    (
        "Put on shoes that feel good.",
        "Walk fast enough to breathe harder. You can still talk.",
        "Let your arms swing and look ahead.",
        "Slow down for the last bit.",
    ),
    "Warm, a bit out of breath, and fine the next day.",
    "Stop if a headache comes on with effort, or if your chest hurts. Then see a doctor.",
    "A person walks with long steps and swinging arms. An arrow points ahead.",
    (DAHER_2020,),
    "effect read (abstract); intensity assumed",
)
