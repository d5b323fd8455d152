"""Everything that is done with bills: permission, change and audit event in one transaction each."""

from clinic.claims.actions.accept import accept
from clinic.claims.actions.adjust import adjust
from clinic.claims.actions.check import check_lines
from clinic.claims.actions.correct import bill_again, correct_visit
from clinic.claims.actions.credit import credit
from clinic.claims.actions.missed import no_show_fee
from clinic.claims.actions.pay import give_back, mark_paid, patient_payment, pay
from clinic.claims.actions.propose import propose_lines
from clinic.claims.actions.reject import reject, send_again
from clinic.claims.actions.say import keep_claim, say_terms
from clinic.claims.actions.send import send
from clinic.claims.actions.too_much import patient_paid_too_much, take_too_much
from clinic.claims.actions.withdraw import withdraw_terms

__all__ = [
    "accept",
    "adjust",
    "bill_again",
    "check_lines",
    "correct_visit",
    "credit",
    "give_back",
    "keep_claim",
    "mark_paid",
    "no_show_fee",
    "patient_paid_too_much",
    "patient_payment",
    "pay",
    "propose_lines",
    "reject",
    "say_terms",
    "send",
    "send_again",
    "take_too_much",
    "withdraw_terms",
]
