"""Whether a payer pays a visit, as criteria: each named by the rule it comes from, so that a trace tells the rules."""

from __future__ import annotations

from concordant.coverage import asked
from concordant.criteria import (
    Book,
    Criterion,
    Truth,
    above,
    all_of,
    any_of,
    at_or_above,
    at_or_below,
    decide,
    named,
    no,
    not_,
    on_or_after,
    one_of,
    surely,
    yes,
)
from concordant.criteria.nodes import Named
from concordant.criteria.trace import Trace
from concordant.facts.coverage.claim import (
    claim_accident_date,
    claim_rule_set,
    payer_kind,
    physician_referral_on_file,
    preauthorised_window_end_date,
)
from concordant.payers import rules
from concordant.payers.preauthorised import ID as COUNT


def rule(identity: str, criterion: Criterion) -> Criterion:
    """A criterion under the id of its rule. Raises KeyError for a rule that there is not."""
    source = "icbc_preauth" if identity == COUNT else rules()[identity].source
    return named(identity, criterion, source=source)


held = rule("R13", yes(asked.visit_held))
one_a_day = rule("R09", no(asked.earlier_that_day))
since_accident = rule("R05", on_or_after(asked.visit_date, claim_accident_date))

preauthorised = all_of(
    any_of(
        rule("R02", one_of(claim_rule_set, "part_7_minor_injury")),
        rule("R03", one_of(claim_rule_set, "enhanced_care")),
    ),
    rule("R06", on_or_after(preauthorised_window_end_date, asked.visit_date)),
    rule(COUNT, at_or_above(asked.window_visits_left, 1)),
)
"""In the window after the accident, while its count lasts."""

_approved = rule("R18", one_of(asked.plan_answer, "approved", "partly_approved"))
_inside = all_of(
    on_or_after(asked.visit_date, asked.plan_start),
    on_or_after(asked.plan_end, asked.visit_date),
    at_or_above(asked.plan_visits_left, 1),
)
by_plan = rule(
    "R14",
    all_of(
        _approved,
        rule("R21", _inside),
        any_of(
            not_(one_of(claim_rule_set, "part_7_minor_injury")),
            rule("R39", yes(physician_referral_on_file)),
        ),
    ),
)
"""In a plan that ICBC has approved, all of it or a part; in the middle set of rules with a physician's note too."""

part_7 = all_of(one_of(claim_rule_set, "part_7"), rule("R01", yes(asked.part_7_pays)))
"""What the old rules pay nobody here has read, so it is never known to be met."""

icbc = all_of(
    since=since_accident,
    one=one_a_day,
    held=held,
    ground=any_of(preauthorised=preauthorised, plan=by_plan, part_7=part_7),
)

took_place = rule("D01", yes(asked.visit_held))
worksafebc = all_of(
    held=took_place, plan=rule("W03", all_of(one_of(asked.plan_answer, "approved", "partly_approved"), _inside))
)
"""Approved in blocks; nothing else was read."""

msp = all_of(held=took_place, yearly=rule("M02", at_or_above(asked.yearly_left, 1)))
extended = all_of(held=took_place, yearly=rule("E01", above(asked.yearly_left, 0)))
"""Limits by the calendar year that still have something left: visits, or dollars."""

alone = rule("P01", one_of(payer_kind, "private"))

initial = rule(
    "R07",
    decide(
        met_if=all_of(
            no(asked.earlier_in_claim),
            any_of(
                no(asked.initial_billed),
                all_of(
                    at_or_below(asked.elsewhere, 0),
                    not_(surely(all_of(yes(asked.visit_proposed), yes(asked.initial_billed)))),
                ),
            ),
        ),
        not_met_if=any_of(
            yes(asked.earlier_in_claim),
            all_of(at_or_above(asked.elsewhere, 1), not_(surely(no(asked.initial_billed)))),
            all_of(yes(asked.visit_proposed), yes(asked.initial_billed)),
        ),
    ),
)
"""The first visit of the discipline for the claim, with whomever. A first visit here that was billed is itself the
initial one; of a visit to come it is not."""

BOOK = Book(
    {
        "held": held,
        "one a day": one_a_day,
        "since the accident": since_accident,
        "preauthorised": preauthorised,
        "by plan": by_plan,
        "part 7": part_7,
        "icbc": icbc,
        "worksafebc": worksafebc,
        "msp": msp,
        "extended": extended,
        "alone": alone,
        "initial": initial,
    }
)


def because(trace: Trace) -> tuple[str, ...]:
    """The ids of the rules that carry the truth of a trace, in their order."""
    return tuple(dict.fromkeys(_deciding(trace, trace.truth)))


def _deciding(trace: Trace, truth: Truth) -> list[str]:
    if trace.truth is not truth:
        return []
    own = [trace.criterion.name] if isinstance(trace.criterion, Named) else []
    return own + [identity for part in trace.parts for identity in _deciding(part, truth)]
