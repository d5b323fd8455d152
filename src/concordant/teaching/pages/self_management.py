"""The plan for the time after."""

from concordant.teaching.offered import SELF_MANAGEMENT
from concordant.teaching.page import Page
from concordant.teaching.paragraph import Standing, say
from concordant.teaching.sources import COCHRANE_2010, OPTIMA_2019

FLARE = say(
    "If you have a flare:",
    "Do less for a few days, but keep moving.",
    "Go back to the first, easy exercises.",
    "Look at what changed: sleep, stress, long hours, a new task.",
    "Build up again step by step.",
    standing=Standing.USUAL,
)
"""What to do first."""

self_management = Page(
    "self_management",
    "Your plan for later",
    (
        say("You have come a long way. Now you run your own care. This page helps you to write your plan."),
        say(
            "Keep it going:",
            "Pick the exercises that helped you most. Tie them to something you do each day.",
            "Keep walking, or what you like best.",
            "Count your days with headache for a month, now and then.",
        ),
        say(
            "Headaches may come back for a while. That is common, and it is not a failure. "
            "A bad week is a flare, not the start of it all again."
        ),
        FLARE,
        say(
            "Write down with us when to call. We agree on a number of headache days that means: come in. "
            "Call sooner if you are worried. A visit to top up is part of the plan."
        ),
        say("A new or odd headache is not a flare. Then read the page on when to get help."),
    ),
    (COCHRANE_2010, OPTIMA_2019),
    "self_management_plan",
    SELF_MANAGEMENT,
)
