"""Who pays how much, and by which route."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from concordant.coverage import ClinicTerms, Entitlement, Membership, NotKnown, Price, Priced, Route, Tax, price_of
from concordant.payers import FeeRow, Item
from tests.coverage.people import CRASH, MEMBER, approved, covered, record, visit

DAY = CRASH + timedelta(days=31)
NONE = ClinicTerms()
NEVER = ClinicTerms(memberships=())


def price(clinic=None, terms=MEMBER, day=DAY, discipline="physiotherapist", crash=CRASH, **facts):
    asked = None if clinic is None else Decimal(clinic)
    found = record(visit(1, crash=crash), visit(1, "rmt", crash=crash), crash=crash, **facts)
    return price_of(found, discipline, day, clinic_price=asked, terms=terms)


@pytest.mark.parametrize(
    ("clinic", "payer", "patient", "route"),
    [
        ("95.00", "95.00", "0.00", Route.PORTAL),
        ("120.00", "95.00", "25.00", Route.PORTAL),
        ("94.99", "94.99", "0.00", Route.MANUAL),
        (None, "95.00", None, Route.PORTAL),
    ],
)
def test_the_payer_pays_up_to_the_limit(clinic, payer, patient, route):
    found = price(clinic)
    assert isinstance(found, Priced)
    assert (found.payer_share, found.patient_share) == (Decimal(payer), patient and Decimal(patient))
    assert (found.fee, found.route, found.item) == (Decimal("95.00"), route, Item.STANDARD)
    assert ("R11" in found.because) is (patient == "25.00")
    assert ("R12" in found.because) is (route is Route.MANUAL)


def test_the_first_visit_has_a_fee_of_its_own():
    found = covered(visit(1), visit(2))
    assert [str(one.fee) for one in found.visits] == ["151.00", "95.00"]
    assert "R07" in found.visits[0].because
    assert "R04" in found.visits[1].because


def test_a_blank_fee_stops():
    day = date(2026, 4, 1)
    found = price("120.00", day=day, crash=date(2026, 3, 1))
    assert isinstance(found, NotKnown)
    assert "from 2026-04-01 on is not known" in found.why
    own = FeeRow(
        effective_from=day,
        discipline="physiotherapy",
        item="standard",
        amount=Decimal("98.00"),
        how_known="told to the clinic",
        source="a letter",
    )
    told = price("120.00", day=day, terms=replace(MEMBER, fees=(own,)), crash=date(2026, 3, 1))
    assert isinstance(told, Priced)
    assert told.payer_share == Decimal("98.00")


def test_without_cover_the_person_pays():
    found = price("120.00", day=CRASH + timedelta(days=85))
    assert isinstance(found, Priced)
    assert (found.payer_share, found.patient_share) == (Decimal("0.00"), Decimal("120.00"))
    assert (found.route, found.to_collect) == (Route.PATIENT, Decimal("120.00"))


def test_what_is_not_known_has_no_price():
    found = price("120.00", visits_elsewhere_count=None)
    assert isinstance(found, NotKnown)
    assert "visits_elsewhere_count" in found.missing


@pytest.mark.parametrize(
    ("terms", "fact", "day", "route", "rule"),
    [
        (NONE, None, date(2025, 3, 21), Route.WEB_FORM, "R33"),
        (NONE, None, date(2025, 3, 22), None, "R22"),
        (NONE, True, date(2025, 3, 22), Route.PORTAL, "R22"),
        (NEVER, True, date(2025, 3, 22), Route.PATIENT, "R23"),
        (MEMBER, False, date(2025, 3, 22), Route.PORTAL, "R22"),
    ],
)
def test_routes_by_day_and_membership(terms, fact, day, route, rule):
    crash = date(2025, 3, 1)
    (one,) = covered(
        visit((day - crash).days, crash=crash), crash=crash, terms=terms, recovery_network_member=fact
    ).visits
    assert one.route is route
    assert rule in one.because
    assert one.missing == (() if route else ("recovery_network_member",))


def test_a_membership_ends():
    terms = ClinicTerms(memberships=(Membership(date(2025, 3, 22), CRASH + timedelta(days=5)),))
    found = covered(visit(5), visit(6), terms=terms)
    assert [one.route for one in found.visits] == [Route.PORTAL, Route.PATIENT]


def test_who_is_no_member_collects_all_and_the_person_has_sixty_days():
    terms = replace(
        NEVER, prices=(Price(discipline="physiotherapist", item=Item.INITIAL, since=CRASH, amount=Decimal("160.00")),)
    )
    (one,) = covered(visit(1), terms=terms).visits
    assert (one.patient_share, one.to_collect) == (Decimal("9.00"), Decimal("160.00"))
    assert one.invoice is not None
    assert one.invoice.last == CRASH + timedelta(days=61)


def test_a_price_list_by_length_and_day():
    rows = (
        Price(discipline="rmt", item=Item.STANDARD, minutes=45, since=date(2025, 1, 1), amount=Decimal("110.00")),
        Price(discipline="rmt", item=Item.STANDARD, minutes=60, since=date(2025, 1, 1), amount=Decimal("140.00")),
        Price(discipline="rmt", item=Item.STANDARD, minutes=60, since=date(2025, 6, 20), amount=Decimal("145.00")),
    )
    terms = replace(MEMBER, prices=rows)
    found = covered(
        visit(1, "rmt"),
        visit(2, "rmt", minutes=45),
        visit(3, "rmt", minutes=60),
        visit(20, "rmt", minutes=60),
        visit(21, "rmt"),
        terms=terms,
    )
    assert [one.patient_share for one in found.visits[1:]] == [
        Decimal("5.00"),
        Decimal("35.00"),
        Decimal("40.00"),
        None,
    ]


@pytest.mark.parametrize(("minutes", "warned"), [(44, True), (45, False), (None, False)])
def test_a_short_massage_is_warned_of(minutes, warned):
    more = {} if minutes is None else {"minutes": minutes}
    (one,) = covered(visit(1, "rmt", **more)).visits
    assert any(text.startswith("R43") for text in one.warnings) is warned


def test_tax_is_never_guessed():
    assert covered(visit(1)).visits[0].gst is None
    taxes = (
        Tax(discipline="rmt", since=date(2025, 1, 1), is_added=True),
        Tax(discipline="physiotherapist", since=date(2025, 1, 1), is_added=False),
    )
    terms = replace(MEMBER, taxes=taxes)
    found = covered(visit(1), visit(1, "rmt"), terms=terms)
    assert [one.gst for one in found.visits] == [False, True]
    assert terms.taxed("rmt", date(2024, 12, 31)) is None


def test_of_a_visit_that_was_missed_the_clinic_decides_what_it_asks():
    (one,) = covered(visit(1, status="missed")).visits
    assert (one.payer_share, one.patient_share, one.invoice) == (Decimal("0.00"), None, None)
    assert one.route is Route.PATIENT


def test_a_worker_is_not_charged_and_the_contract_rate_is_not_known():
    told = {
        "treatment_plan_status": {"physiotherapy": "approved"},
        "treatment_plan_visits": {"physiotherapy": 2},
        "treatment_plan_start_date": {"physiotherapy": CRASH.isoformat()},
        "treatment_plan_end_date": {"physiotherapy": DAY.isoformat()},
    }
    found = covered(visit(1), visit(2), visit(3), visit(3, "rmt"), payer="worksafebc", **told)
    assert [one.entitlement for one in found.visits] == [Entitlement.PLAN] * 2 + [Entitlement.NOT_COVERED] * 2
    first = found.visits[0]
    assert (first.fee, first.payer_share, first.patient_share) == (None, None, Decimal("0.00"))
    assert "W02" in first.because
    assert first.warnings == ()
    assert [one.warnings[0][:3] for one in found.visits[2:]] == ["W01", "W01"]
    assert found.disciplines["physiotherapist"].left == 0


def at_work(amount=None, item=Item.INITIAL):
    rate = FeeRow(
        effective_from=CRASH, discipline="physiotherapy", item=item, amount=amount and Decimal(amount),
        how_known="told to the clinic", source="our contract",
    )  # fmt: skip
    return replace(NONE, contract=(rate,))


def test_a_contract_rate_is_paid_whatever_the_price_and_elsewhere_is_not_asked():
    plan = approved(0, 31, 2)
    told = {"payer": "worksafebc", "visits_elsewhere_count": None, **plan}
    first, second, third = covered(visit(1), visit(2), visit(3), terms=at_work("70.00"), **told).visits
    assert (first.item, first.fee, first.payer_share, first.patient_share) == (
        Item.INITIAL, Decimal("70.00"), Decimal("70.00"), Decimal("0.00"),
    )  # fmt: skip
    assert (second.item, second.payer_share, second.patient_share) == (Item.STANDARD, None, Decimal("0.00"))
    assert "contract rate" in second.fee_why
    assert (third.entitlement, third.payer_share, third.patient_share, third.to_collect, third.route) == (
        Entitlement.NOT_COVERED, Decimal("0.00"), Decimal("0.00"), Decimal("0.00"), None,
    )  # fmt: skip


def test_a_worker_pays_nothing_also_where_it_is_not_known():
    plan = approved(0, 31, 2) | {"treatment_plan_visits": None}
    (one,) = covered(visit(1), payer="worksafebc", **plan).visits
    assert (one.entitlement, one.payer_share, one.patient_share, one.missing) == (
        Entitlement.NOT_KNOWN, None, Decimal("0.00"), ("treatment_plan_visits",),
    )  # fmt: skip


def test_the_list_tells_the_price_of_a_visit_to_come():
    row = Price(discipline="rmt", item=Item.STANDARD, minutes=60, since=CRASH, amount=Decimal("140.00"))
    terms = replace(MEMBER, prices=(row,))
    found = price_of(record(visit(1, "rmt")), "rmt", DAY, minutes=60, terms=terms)
    assert isinstance(found, Priced)
    assert (found.payer_share, found.patient_share) == (Decimal("105.00"), Decimal("35.00"))
