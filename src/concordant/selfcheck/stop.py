"""What to do now, where an answer may be a danger sign: words that do not frighten more than needed."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.language import said
from concordant.safety import Action
from concordant.safety.flag import URGENT_DAYS
from concordant.selfcheck.danger import Alarm
from concordant.teaching.pages.help_at_once import CALL_NOW
from concordant.teaching.paragraph import Paragraph, of, say


@dataclass(frozen=True, slots=True)
class Stop:
    """The end of a self-check at a danger sign."""

    alarm: Alarm
    paragraphs: tuple[Paragraph, ...]

    @property
    def title(self) -> str:
        """In the language of the moment."""
        return said(TITLES[self.action])

    @property
    def action(self) -> Action:
        """How soon."""
        return self.alarm.action

    @property
    def because(self) -> tuple[str, ...]:
        """Names of the facts that say so."""
        return self.alarm.because


_REST = say("Do no neck exercises until you have been seen. Then tell us what was found.")

TITLES = {
    Action.EMERGENCY: "Get help now",
    Action.SAME_DAY: "See a doctor today",
    Action.URGENT: "See a doctor soon",
}

PARAGRAPHS = {
    Action.EMERGENCY: (
        say("Call an ambulance, or go to the emergency room, now. Do not drive there by yourself."),
        say("Show them this page. It says what you told us."),
        say("Not sure? Then call. It is fine to ask and be told that all is well."),
    ),
    Action.SAME_DAY: (
        say("What you told us has to be checked today. Call your doctor, or go to a walk-in clinic."),
        say("If no one can see you today, go to the emergency room."),
        _REST,
        CALL_NOW,
    ),
    Action.URGENT: (
        say("A doctor should look at this within {days} days. Call to book a visit.", days=of(URGENT_DAYS)),
        say("It can wait until then, as long as it does not get worse."),
        _REST,
        CALL_NOW,
    ),
}


def stop_of(alarm: Alarm) -> Stop:
    """What to do at an alarm."""
    return Stop(alarm, PARAGRAPHS[alarm.action])
