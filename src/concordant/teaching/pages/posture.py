"""Posture, without blame."""

from concordant.teaching.offered import POSTURE
from concordant.teaching.page import Page
from concordant.teaching.paragraph import Standing, say
from concordant.teaching.sources import CHEN_2018, RANI_2022

posture = Page(
    "posture",
    "Posture: change it often",
    (
        say("There is no one right way to sit. Many people hold their head forward and have no pain."),
        say(
            "What can bring pain on is one position held for too long. "
            "With you, we saw or you told us that this plays a part. So a change of position is worth a try."
        ),
        say(
            "Ways to make that easy:",
            "Stand up, walk or roll your shoulders each time you get a call or a message.",
            "Set the screen so that you can look straight ahead.",
            "Bring what you read up to you, on a stand or a pile of books.",
            "Let the chair carry your back. Rest your arms.",
            "Sit tall for a few breaths. Then let go and sit as you like.",
            standing=Standing.USUAL,
        ),
        say("The aim is to feel better, not to look straight. If a change does not ease you, drop it."),
        say(
            "It is not shown that posture causes this headache. "
            "A small trial found that exercises for posture did better than no care."
        ),
    ),
    (RANI_2022, CHEN_2018),
    "ergonomics",
    POSTURE,
)
