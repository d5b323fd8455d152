"""Low load for the deep muscles in front, behind, and both together."""

from concordant.teaching.exercises.exercise import Exercise
from concordant.teaching.sources import JULL_2002, OPTIMA_2019, YLINEN_2010

chin_nod = Exercise(
    "chin_nod",
    "Small nod, lying down",
    "dcf_stage1",
    (
        "Lie on your back with your knees bent and a folded towel under your head.",
        "Nod as if you say a small, slow yes. Let the back of your head slide on the towel.",
        "Hold the nod. Keep your jaw loose and breathe.",
        "Let go slowly, back to the start.",
    ),
    "A light pull deep in the front of your neck. The muscles at the sides stay soft.",
    "Stop if your head starts to ache, or if you must press or lift your head.",
    "A person lies on the back with bent knees. The head rolls forward a little on a towel, so that the chin nears the "
    "throat. An arrow shows the roll.",
    (JULL_2002, OPTIMA_2019),
    "way of doing it recalled (Jull programme)",
)

head_lift = Exercise(
    "head_lift",
    "Nod, then lift the head",
    "dcf_stage2",
    (
        "Lie on your back with your knees bent and a folded towel under your head.",
        "Do the small nod first and keep it.",
        "Lift your head just off the towel.",
        "Hold, then lower your head. Let the nod go last.",
    ),
    "Work in the front of your neck. Your chin stays tucked all the time.",
    "Stop if your chin pokes out, your head shakes or the pain goes up.",
    "A person lies on the back with bent knees. With the chin tucked, the head comes a little way off the towel. An "
    "arrow points up.",
    (YLINEN_2010, JULL_2002),
    "head lifts read in a summary page (Ylinen 2010); way of doing it recalled",
)

self_resisted_turn = Exercise(
    "self_resisted_turn",
    "Turn against your hand",
    "co_contraction",
    (
        "Sit tall and look straight ahead.",
        "Lay one hand flat on the cheek of the same side.",
        "Try to turn your face into the hand, very gently. The hand does not let it move.",
        "Hold, then let go slowly. Do the other side.",
    ),
    "Light, even work all round your neck. Nothing moves.",
    "Stop if it hurts or if you have to push hard.",
    "A person looks ahead with one hand flat on the cheek. One arrow shows the face trying to turn towards the hand, "
    "another shows the hand holding it still.",
    (JULL_2002,),
    "recalled (Jull programme)",
)

head_curl = Exercise(
    "head_curl",
    "Head curl on hands and knees",
    "extensor_training",
    (
        "Go on your hands and knees. Hands are under the shoulders, knees under the hips.",
        "Let your head curl down, chin to chest.",
        "Raise your head until it is level with your back. Keep your chin in.",
        "Hold, then curl down again slowly.",
    ),
    "Work at the back of your neck, low down. The very top of your neck stays loose.",
    "Stop if your neck pinches, you feel dizzy or your chin pokes out.",
    "A person on hands and knees. First the head hangs down, then it is raised until it is level with the back. A "
    "curved arrow points up.",
    (OPTIMA_2019,),
    "recalled (Jull and Falla programmes)",
)
