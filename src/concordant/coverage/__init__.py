"""Coverage: what a payer pays of which visit, by which rule, what is left, and what is due when.

Nothing is stored: it is worked out from the record, the tables of :mod:`concordant.payers` and the clinic's own terms.
"""

from concordant.coverage.booking import Cover
from concordant.coverage.budget import Budget, Light
from concordant.coverage.coverage import Coverage, cover_for_booking, coverage_of, price_of
from concordant.coverage.due import Due
from concordant.coverage.plans import ApprovedPlan
from concordant.coverage.priced import NotKnown, Priced
from concordant.coverage.terms import ClinicTerms, Membership, Price, Tax
from concordant.coverage.visit_cover import Entitlement, Route, VisitCover

__all__ = [
    "ApprovedPlan",
    "Budget",
    "ClinicTerms",
    "Cover",
    "Coverage",
    "Due",
    "Entitlement",
    "Light",
    "Membership",
    "NotKnown",
    "Price",
    "Priced",
    "Route",
    "Tax",
    "VisitCover",
    "cover_for_booking",
    "coverage_of",
    "price_of",
]
