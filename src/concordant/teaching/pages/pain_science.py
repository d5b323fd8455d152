"""Pain neuroscience."""

from concordant.teaching.offered import PAIN_SCIENCE
from concordant.teaching.page import Page
from concordant.teaching.paragraph import say
from concordant.teaching.sources import LIN_2024, OPTIMA_2019

pain_science = Page(
    "pain_science",
    "How pain works",
    (
        say(
            "Pain is an alarm. It is there to keep you safe. "
            "The brain sounds it when it thinks that a part of you needs care."
        ),
        say(
            "An alarm can get too keen. A smoke alarm may go off when you make toast. "
            "When pain has gone on for long, the nerves can pass on more than before. Then small things hurt."
        ),
        say(
            "So more pain does not always mean more harm. Hurt and harm are not the same. "
            "The pain is real in both cases."
        ),
        say(
            "Many things can turn the alarm up or down:",
            "Poor sleep, stress, worry and fear can turn it up.",
            "Rest from worry, good sleep and people you trust can turn it down.",
            "Moving in small, safe steps can teach the alarm to settle.",
        ),
        say(
            "This is not about trying harder to ignore it. You go step by step, at a pace that your body can take. "
            "What you learn here goes with your exercises. On its own it is not known to do much."
        ),
        say("If worry or a low mood weighs on you, tell us. There are people who can help with that."),
    ),
    (LIN_2024, OPTIMA_2019),
    "pne",
    PAIN_SCIENCE,
)
