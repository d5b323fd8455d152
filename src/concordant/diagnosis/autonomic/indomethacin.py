"""The indomethacin trial of 3.2 and 3.4.

ICHD-3 (2018) 3.2, doi:10.1177/0333102417738202: in an adult by mouth at least 150 mg a day at first, where needed up
to 225 mg. A trial that was not made, or in which that dose was not reached, refutes nothing; an absolute response
counts at any dose.
"""

from concordant.criteria import all_of, at_or_above, decide, one_of
from concordant.facts.history.autonomic import indomethacin_max_daily_mg, indomethacin_response

FULL_DOSE_MG = 150

indomethacin_failed = all_of(
    one_of(indomethacin_response, "partial_or_none"),
    at_or_above(indomethacin_max_daily_mg, FULL_DOSE_MG),
)
"""Helped in part or not at all, at a full dose."""

absolute_response = decide(met_if=one_of(indomethacin_response, "absolute"), not_met_if=indomethacin_failed)
"""The headache went away fully; refuted by failure at a full dose, open until one was tried."""
