"""Sleep."""

from concordant.teaching.offered import SLEEP
from concordant.teaching.page import Page
from concordant.teaching.paragraph import Standing, say
from concordant.teaching.sources import SULLIVAN_2019

sleep = Page(
    "sleep",
    "Sleep and headache",
    (
        say(
            "Sleep and pain pull on each other. A bad night can make the next day hurt more. "
            "A day with pain can make the night hard."
        ),
        say(
            "Things that many people find useful:",
            "Get up at the same time each day, also after a bad night.",
            "Go to bed when you are sleepy, not just tired.",
            "If you lie awake for long, get up. Do something calm. Go back when you are sleepy.",
            "Keep the bed for sleep. Leave the phone outside.",
            "Have no coffee, tea or cola late in the day. Go easy on drink.",
            "Pick a pillow that feels good. No one kind is right for all necks.",
            standing=Standing.USUAL,
        ),
        say(
            "Pick one of these and try it for a few weeks. Your diary will show if it helps. "
            "If nights stay bad, tell us. A talking course for sleep can be a good next step."
        ),
        say(
            "Small studies in migraine and tension headache found better sleep and fewer headaches. "
            "No trial has looked at a headache from the neck."
        ),
    ),
    (SULLIVAN_2019,),
    "sleep_plan",
    SLEEP,
)
