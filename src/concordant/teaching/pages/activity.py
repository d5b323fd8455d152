"""Moving and staying active."""

from concordant.teaching.page import Page
from concordant.teaching.paragraph import Standing, known_of, say
from concordant.teaching.sources import DAHER_2020, JOSPT_2017, OPTIMA_2019, PROMISE

moving = Page(
    "moving",
    "Keep moving",
    (
        say(
            "Most necks like to move. Long rest makes a neck stiff and weak. "
            "Keep up your days as well as you can: work, home, walks, people."
        ),
        say(
            "How to find the right amount:",
            "Start with what you can do on a bad day.",
            "Add a little each week.",
            "On a good day, do not do it all at once.",
            "On a bad day, do less, but do not stop.",
            standing=Standing.USUAL,
        ),
        say(
            "Some pain while you move is all right if it settles soon. "
            "If it stays up until the next day, do half next time. Then build up again."
        ),
        say(
            "A brisk walk counts. So does a bike or a swim, if your neck feels fine with it. "
            "You should be able to talk as you go."
        ),
        say("What is known of advice like this:"),
        known_of("education-self-management"),
        say("Stop and read the page on when to get help if you notice a new sign from its list."),
    ),
    (JOSPT_2017, OPTIMA_2019, PROMISE, DAHER_2020),
)
