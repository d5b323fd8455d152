"""What stands against a line: who it is about, by whom it was given, and what is not known of its cover."""

from collections.abc import Iterator
from datetime import date

from clinic.claims.models import Claim
from clinic.claims.problems import Problem, problem
from clinic.claims.terms import Terms
from clinic.claims.visits import SignedVisit
from concordant.coverage import VisitCover
from concordant.facts import DICTIONARY
from concordant.payers import accident_problem, rules
from concordant.payers.preauthorised import ID as COUNT


def not_known(cover: VisitCover | None) -> Problem:
    """With the facts that would settle it, as the dictionary calls them; without any, with the rules that leave it
    open."""
    if cover is None:
        return problem("coverage")
    asked = [DICTIONARY[one].label if one in DICTIONARY else one for one in cover.missing]
    open_rules = [f"{one}: {rules()[one].says}" for one in cover.because if one in rules()]
    return problem("coverage", ", ".join(asked) or "; ".join(open_rules))


def why_not(cover: VisitCover) -> str:
    """Which of the checks says so."""
    if "R21" in cover.because:
        return "plan"  # there is one, and it does not hold on this day or is used up
    return "window" if "R06" in cover.because else "budget" if COUNT in cover.because else "plan"


def of_practitioner(visit: SignedVisit, terms: Terms) -> Iterator[Problem]:
    if terms.licence(visit.practitioner.pk, visit.discipline, visit.on) is None:
        yield problem("practitioner", visit.practitioner.display_name)


def of_claim(claim: Claim | None, today: date) -> Iterator[Problem]:
    """By what the insurer knows the person."""
    if claim is None:
        yield problem("no_claim")
        return
    if not claim.number:
        yield problem("claim_number")
    if claim.accident_on is None:
        yield problem("accident")
    elif accident_problem(claim.accident_on, as_of=today, first_visit=None):
        yield problem("accident_future")
    if not (claim.legal_given_name and claim.legal_family_name and claim.born_on):
        yield problem("identity")
