"""The bill's own checks of a visit: by what numbers the insurer knows the person, who gave it, what is not covered."""

from collections.abc import Iterator
from datetime import date

from clinic.claims.problems import Problem, problem
from clinic.claims.terms import Terms
from clinic.claims.visits import SignedVisit
from clinic.claims.work import Work
from concordant.coverage import VisitCover
from concordant.facts import DICTIONARY
from concordant.payers import accident_problem
from concordant.payers.preauthorised import ID as COUNT


def not_known(cover: VisitCover | None) -> Problem:
    """With the facts that would settle it, as the dictionary calls them."""
    asked = cover.missing if cover is not None else ()
    return problem("coverage", ", ".join(DICTIONARY[one].label if one in DICTIONARY else one for one in asked))


def why_not(cover: VisitCover) -> str:
    """Which of the checks says so."""
    if "R21" in cover.because:
        return "plan"  # there is one, and it does not hold on this day or is used up
    return "window" if "R06" in cover.because else "budget" if COUNT in cover.because else "plan"


def of_practitioner(visit: SignedVisit, terms: Terms) -> Iterator[Problem]:
    if terms.licence(visit.practitioner.pk, visit.discipline, visit.on) is None:
        yield problem("practitioner", visit.practitioner.display_name)


def problems_of_claim(work: Work, today: date) -> Iterator[Problem]:
    """By what the insurer knows the person."""
    claim = work.claim
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
