"""What getting better looks like."""

from concordant.settings import whole
from concordant.teaching.offered import NECK_HEADACHE
from concordant.teaching.page import Page
from concordant.teaching.paragraph import Standing, finding, known_of, of, say
from concordant.teaching.sources import CCGI_2016, DEMONT_2023, OPTIMA_2019

_OWN = "treatment 3.7, the clinic's own statement; no trial cited"

FIRST_CHANGE_FROM = whole(
    "first_change_visits_from",
    3,
    unit="visits",
    low=1,
    high=12,
    says="The page on recovery says that a first change is often seen after so many visits.",
    source=_OWN,
)
FIRST_CHANGE_TO = whole(
    "first_change_visits_to",
    4,
    unit="visits",
    low=1,
    high=24,
    says="The page on recovery says that a first change is often seen by so many visits.",
    source=_OWN,
)
STEADY_FROM = whole(
    "steady_change_weeks_from",
    6,
    unit="weeks",
    low=1,
    high=26,
    says="The page on recovery says that steady change takes so many weeks or more.",
    source=_OWN,
)
STEADY_TO = whole(
    "steady_change_weeks_to",
    12,
    unit="weeks",
    low=1,
    high=52,
    says="The page on recovery says that steady change takes up to so many weeks.",
    source=_OWN,
)

recovery = Page(
    "recovery",
    "What getting better looks like",
    (
        say(
            "In our clinic, people often note a first change after {first} to {last} visits. "
            "Steady change often takes {from_week} to {to_week} weeks. Some need less, some need more.",
            standing=Standing.CLINIC,
            first=of(FIRST_CHANGE_FROM),
            last=of(FIRST_CHANGE_TO),
            from_week=of(STEADY_FROM),
            to_week=of(STEADY_TO),
        ),
        say(
            "It does not go in a straight line. There are good days and bad days. "
            "One bad day does not undo your work. Look at your weeks, not at one day."
        ),
        say("Being a bit sore after hands-on care or new exercises is common. Tell us if it lasts longer than a day."),
        say("This is what trials found for hands-on care. First, next to a sham:"),
        finding("demont2023-sham-frequency"),
        say("Then next to no care at all:"),
        finding("demont2023-nothing-frequency"),
        say("And for exercise:"),
        known_of("neck-exercise"),
        say(
            "No one can tell now how it goes for you. So we measure. "
            "If there is no real change, we do not just go on. We look for the reason and change the plan."
        ),
    ),
    (DEMONT_2023, OPTIMA_2019, CCGI_2016),
    offered=NECK_HEADACHE,
)
