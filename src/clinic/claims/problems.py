"""What stands against a line, and what to do about it. A problem is kept as data and put into words here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Problem = dict[str, str]
"""``code``, and ``detail`` where there is more to say."""

WORDS: Mapping[str, tuple[str | Promise, str | Promise]] = MappingProxyType(
    {
        "no_claim": (
            _("Nobody has written down who is billed."),
            _("Ask the person, and write down payer and claim."),
        ),
        "claim_number": (_("The claim number is missing."), _("Ask for it, and write it down.")),
        "claim_differs": (
            _("The claim here and the chart differ."),
            _("Ask the person which is right; write it down here, or have the chart corrected."),
        ),
        "accident": (_("The day of the accident is missing."), _("Ask for it, and write it down.")),
        "accident_future": (
            _("The day of the accident is still to come."),
            _("It is mistyped. Write it down anew."),
        ),
        "before_accident": (
            _("The visit was before the accident."),
            _("One of the two days is wrong; or the visit is not of this claim."),
        ),
        "identity": (
            _("Legal name or birth date is missing."),
            _("Copy them from the driver licence or BC Services Card."),
        ),
        "health_number": (
            _("The personal health number has a wrong check digit."),
            _("Read it again from the card."),
        ),
        "not_signed": (
            _("No signed note stands behind this line any more."),
            _("Propose the month again: the line is withdrawn."),
        ),
        "changed": (
            _("Since it was proposed the note, the claim or the terms have changed."),
            _("Propose the month again."),
        ),
        "changed_after": (
            _("The visit was corrected after it was billed."),
            _("Press “Correct this visit”: it is credited and billed anew in one step."),
        ),
        "duplicate": (
            _("There are two signed notes of this discipline on this day; one visit a day is paid."),
            _("Ask the practitioner which note stands, and have the other taken back."),
        ),
        "insurer_asked": (
            _("The insurer was asked for this visit, and somebody else would pay it now."),
            _("Press “Correct this visit” on the insurer’s line first."),
        ),
        "practitioner": (
            _("The practitioner has no licence on record for this discipline and day."),
            _("Write the licence down under “Terms”; or have the note signed by who gave the treatment."),
        ),
        "vendor": (_("There is no vendor number for who is paid."), _("Write it down under “Terms”.")),
        "gst": (
            _("Whether GST is added is not on record for this discipline and day."),
            _("Say so under “Terms”, for everybody or for this practitioner."),
        ),
        "price": (_("The price list has no price for this visit."), _("Write it down under “Terms”.")),
        "member": (
            _("Whether the clinic was in the Recovery Network on this day is not on record."),
            _("Write it down under “Terms”."),
        ),
        "fee": (_("What the payer pays on this day is not known."), _("Ask the payer. Nothing is guessed.")),
        "window": (
            _("The visits that need no approval have ended."),
            _("Write down the approved plan. Without one, say that the patient has agreed to pay."),
        ),
        "budget": (
            _("The visits that need no approval are used up."),
            _("Write down the approved plan. Without one, say that the patient has agreed to pay."),
        ),
        "plan": (
            _("No approved plan covers this day."),
            _("Write down the answer to the request. Without one, say that the patient has agreed to pay."),
        ),
        "approval": (
            _("WorkSafeBC has approved no plan for this day, and the worker is not charged."),
            _("Write down the approved plan of the claim. The line waits until then."),
        ),
        "coverage": (_("Whether this visit is covered is not known."), _("Find out what is missing.")),
        "unreadable": (
            _("The entries of the chart do not add up, so nothing can be worked out."),
            _("Ask a clinician to look at the chart."),
        ),
    }
)


ACCEPTABLE = ("window", "budget", "plan")
"""No fault of the line: the insurer does not cover the visit. It may go once the patient has agreed to pay."""


@dataclass(frozen=True)
class Told:
    """A problem in words."""

    code: str
    says: str
    todo: str
    detail: str


def problem(code: str, detail: str = "") -> Problem:
    """As it is kept."""
    assert code in WORDS, code
    return {"code": code, "detail": detail} if detail else {"code": code}


def left(problems: Iterable[Problem], *, is_accepted: bool) -> list[Problem]:
    """What still stands against a line after the patient has agreed to pay it, or has not."""
    return [one for one in problems if not (is_accepted and one["code"] in ACCEPTABLE)]


def told(problems: Iterable[Mapping[str, str]] | None) -> list[Told]:
    """Each problem in words; one that a later version has no words for is shown by its code."""
    found = []
    for one in problems or ():
        says, todo = WORDS.get(one["code"], (one["code"], ""))
        found.append(Told(one["code"], str(says), str(todo), one.get("detail", "")))
    return found
