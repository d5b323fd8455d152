"""What it is, how it gets to the head, and why it was missed."""

from concordant.teaching.offered import NECK_HEADACHE
from concordant.teaching.page import Page
from concordant.teaching.paragraph import say
from concordant.teaching.sources import ICHD_3, LORD_1994, LUEDTKE_2018, OPTIMA_2019, VINCENT_1999

neck_headache = Page(
    "neck_headache",
    "A headache that comes from the neck",
    (
        say(
            "Some headaches start in the neck. Joints, muscles or nerves at the top of the neck are sore. "
            "You feel that in your head."
        ),
        say(
            "People with this kind of headache often tell us:",
            "The pain is on one side and stays on that side.",
            "It starts in the neck or at the back of the head. Then it spreads to the front.",
            "The neck feels stiff, and it is hard to turn the head.",
            "A neck movement, or one position held for long, brings it on.",
        ),
        say(
            "You may not have all of these. No one sign proves where a headache comes from. "
            "So we look at your story, how your neck moves, and what your diary shows over time."
        ),
        say("You can have more than one kind of headache. Each one gets its own look and its own care."),
    ),
    (ICHD_3, OPTIMA_2019, VINCENT_1999),
    offered=NECK_HEADACHE,
)

referred_pain = Page(
    "referred_pain",
    "Why the head hurts when the neck is sore",
    (
        say(
            "Pain is not always felt where it starts. A sore heart can hurt in the arm. "
            "In the same way, a sore neck can hurt in the head. This is called referred pain."
        ),
        say(
            "Nerves from the top of the neck and from the face meet in one place, low in the brain. "
            "Their messages mix there. The brain then may not be able to tell which one sent the pain."
        ),
        say(
            "That is why you may feel it behind the eye or at the temple. Your eye and your temple can be fine. "
            "The pain is real, and it is not in your mind."
        ),
        say(
            "This helps us too. If pressing or moving one spot in your neck brings on the pain you know, "
            "that tells us something. It is a clue, not proof."
        ),
    ),
    (ICHD_3, LORD_1994),
    offered=NECK_HEADACHE,
)

why_missed = Page(
    "why_missed",
    "Why it took so long to find",
    (
        say(
            "This kind of headache can look a lot like migraine or a tension headache. "
            "Some people have two kinds at once. That makes it hard to tell them apart."
        ),
        say(
            "A sore neck is common in other headaches as well. So a sore neck alone does not settle it. "
            "Scans often look the same in people with no pain. To look for it takes time and hands-on tests."
        ),
        say(
            "So it is not strange that it was missed. It does not mean that you or your doctor did not care. "
            "It does mean that it is worth a good look now."
        ),
        say("We may also change our minds. If new facts do not fit, we say so and look again."),
    ),
    (ICHD_3, VINCENT_1999, LUEDTKE_2018),
    offered=NECK_HEADACHE,
)
