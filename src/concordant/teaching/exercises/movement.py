"""Moving the neck, freely and with a strap; sitting tall."""

from concordant.teaching.exercises.exercise import Exercise
from concordant.teaching.sources import HALL_2007, JOSPT_2017, RANI_2022

neck_turn = Exercise(
    "neck_turn",
    "Turn your head",
    "active_mobility",
    (
        "Sit tall with your shoulders loose.",
        "Look over one shoulder, slowly. Go as far as feels easy.",
        "Come back to the middle.",
        "Look over the other shoulder.",
    ),
    "A light stretch at the end. A bit more pain is fine if it goes when you stop.",
    "Stop if you feel dizzy or the pain stays up.",
    "A person looks ahead, then turns the head to look over one shoulder. A curved arrow over the head shows the turn.",
    (JOSPT_2017,),
    "read that active motion is advised; way of doing it assumed",
)

neck_side_bend = Exercise(
    "neck_side_bend",
    "Bend your head to the side",
    "active_mobility",
    (
        "Sit tall and look straight ahead.",
        "Let one ear sink towards the shoulder. The shoulder stays down.",
        "Come back to the middle.",
        "Do the other side.",
    ),
    "A light stretch on the long side of your neck.",
    "Stop if you feel dizzy or the pain stays up.",
    "A person looks ahead, then bends the head so that one ear nears the shoulder. A curved arrow shows the way.",
    (JOSPT_2017,),
    "read that active motion is advised; way of doing it assumed",
)

self_snag = Exercise(
    "self_snag",
    "Turn with a strap",
    "self_snag_c1_c2",
    (
        "Put the strap round the top of your neck, just under the skull.",
        "Cross your hands. One hand holds one end down at your chest.",
        "The other hand draws its end past your cheek, level and to the front.",
        "Keep the pull and turn your head to the side we showed you, away from the cheek with the strap.",
        "Hold, then turn back first. Let the pull go last.",
    ),
    "A firm pull, a free turn and no pain at all.",
    "Stop if the turn hurts or you feel dizzy. Ask us to look at it before you go on.",
    "A strap goes round the top of the neck. One hand holds one end at the chest. The other hand draws the other end "
    "level past the cheek while the head turns the same way. Arrows show the pull and the turn.",
    (HALL_2007, JOSPT_2017),
    "effect read; place of strap and hands recalled",
)

sit_tall = Exercise(
    "sit_tall",
    "Sit tall",
    "postural_correction",
    (
        "Sit at the front of a chair with both feet on the floor.",
        "Roll your hips forward a little and grow tall from the low back.",
        "Let your head float up, eyes level.",
        "Breathe, hold, then sit as you like.",
    ),
    "You feel long and light. It should ease you, not tire you.",
    "Stop if it brings on your pain. Use a back rest then.",
    "A person sits slumped on a stool, then sits tall with the head over the body. An arrow points up.",
    (RANI_2022,),
    "effect read (abstract); way of doing it assumed",
)
