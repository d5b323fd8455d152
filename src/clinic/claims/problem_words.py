"""Each problem of a line in words: what is wrong, and what to do about it."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_CORRECT = _("Press “Correct this visit”: it is credited and billed anew in one step.")

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
        # As events of earlier versions have it.
        "changed_after": (_("The visit was corrected after it was billed."), _CORRECT),
        "gone_after": (
            _("After it was billed the visit was taken out of the notes: no signed note stands behind it."),
            _("Press “Correct this visit”: it is credited, and what was paid is given back."),
        ),
        "note_after": (_("After it was billed the note was corrected: day, discipline or length."), _CORRECT),
        "payer_after": (_("After it was billed somebody else was written down as who pays."), _CORRECT),
        "accident_after": (_("After it was billed another day of the accident was written down."), _CORRECT),
        "number_after": (
            _("After it was sent another claim number was written down."),
            _("If the insurer refuses it, send it again: it goes with the new number. Or press “Correct this visit”."),
        ),
        "insurer_after": (
            _("The patient was asked for what the insurer would pay by now."),
            _("Press “Correct this visit”: the patient’s line is credited, and what was paid too much is given back."),
        ),
        "terms_after": (_("After it was billed the clinic’s terms were changed for its day."), _CORRECT),
        "cover_after": (
            _("By what is known now the patient’s part of this visit is another, or is not known."),
            _CORRECT,
        ),
        "stands": (
            _("By what was learned after it was billed, the insurer would not pay this visit so."),
            _(
                "It stands as it was billed, and the next visits are judged with it. "
                "Should the insurer refuse it, press “Correct this visit”."
            ),
        ),
        "not_billed": (
            _("It was credited, and the visit is signed: nobody is asked for this part of it."),
            _("If that was a mistake, press “Bill it again”."),
        ),
        "duplicate": (
            _("There are two signed notes of this discipline on this day; one visit a day is paid."),
            _("Ask the practitioner which note stands, and have the other taken back."),
        ),
        "elsewhere_that_day": (
            _("A visit of this discipline on this day came in with a case file, and may be billed elsewhere."),
            _("One visit a day is paid. Ask the person before it is sent."),
        ),
        "insurer_asked": (
            _("The insurer was asked for this visit already: together that is more than its price."),
            _("Press “Correct this visit” on the insurer’s line first."),
        ),
        "patient_asked": (
            _("The patient was asked for this visit already: together that is more than its price."),
            _(
                "Press “Correct this visit” on the patient’s line first: it is credited, and what was paid is given "
                "back."
            ),
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
            _("The visits that need no approval are used up, counting what is billed already."),
            _(
                "Ask for more visits, and write down the approved plan; or say that the patient has agreed to pay. "
                "If a billed visit was none, correct its line first."
            ),
        ),
        "plan": (
            _("No approved plan covers this day."),
            _("Write down the answer to the request. Without one, say that the patient has agreed to pay."),
        ),
        "not_missed": (
            _("The calendar no longer says that this visit was missed."),
            _("The fee stays here and is not sent. Correct the calendar if the visit was missed after all."),
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
