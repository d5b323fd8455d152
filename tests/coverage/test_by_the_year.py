"""Payers without a claim: alone, MSP supplementary benefits, an extended health plan."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from concordant.coverage import Entitlement, Light, NotKnown, Price, Priced, Route, cover_for_booking, price_of
from concordant.payers import Item
from tests.coverage.people import CRASH, MEMBER, covered, record, visit

YEARLY, NOT_COVERED, NOT_KNOWN = Entitlement.YEARLY, Entitlement.NOT_COVERED, Entitlement.NOT_KNOWN
DAY = CRASH + timedelta(days=31)


def test_who_pays_alone_pays():
    found = covered(visit(1), payer="private", crash=None)
    (one,) = found.visits
    assert (one.entitlement, one.because, one.route) == (NOT_COVERED, ("P01",), Route.PATIENT)
    assert one.payer_share == Decimal("0.00")
    assert found.light("physiotherapist") is Light.GREEN
    assert found.missing == ()
    assert cover_for_booking(record(payer="private", crash=None), DAY) == ()


def test_the_ten_visits_of_msp_are_shared_by_disciplines():
    visits = [visit(day, "rmt" if day % 2 else "physiotherapist") for day in range(1, 10)]
    told = {"msp_supplementary": True, "msp_visits_elsewhere_this_year": 3}
    found = covered(*visits, payer="private", crash=None, **told)
    assert [one.entitlement for one in found.visits] == [YEARLY] * 7 + [NOT_COVERED] * 2
    assert found.visits[0].fee == Decimal("23.00")
    assert {"M01", "M02"} <= set(found.visits[0].because)
    assert found.visits[-1].because == ("M02",)


def test_msp_pays_no_kinesiology_and_misses_no_answer():
    told = {"msp_supplementary": True, "msp_visits_elsewhere_this_year": 0}
    assert covered(visit(1, "kinesiologist"), payer="private", crash=None, **told).visits[0].because == ("P01",)
    (one,) = covered(visit(1), payer="private", crash=None, msp_supplementary=True).visits
    assert one.entitlement is NOT_KNOWN
    assert one.missing == ("msp_visits_elsewhere_this_year",)


@pytest.mark.parametrize(("told_on", "ground"), [("2025-05-01", YEARLY), ("2024-12-31", NOT_KNOWN)])
def test_visits_elsewhere_are_of_the_year_in_which_they_were_told(told_on, ground):
    told = {"msp_supplementary": True, "msp_visits_elsewhere_this_year": [{"date": told_on, "value": 3}]}
    assert covered(visit(1), payer="private", crash=None, **told).visits[0].entitlement is ground


def extended(clinic, percent=80, left=100, **more):
    told = {"extended_percent_paid": {"physiotherapy": percent}, "extended_left_this_year": {"physiotherapy": left}}
    found = record(payer="extended", crash=None, **{**told, **more})
    return price_of(found, "physiotherapist", DAY, clinic_price=Decimal(clinic))


@pytest.mark.parametrize(
    ("clinic", "left", "payer", "patient"),
    [
        ("120.00", 100, "96.00", "24.00"),
        ("120.00", 50, "50.00", "70.00"),
        ("120.00", 0, "0.00", "120.00"),
        ("33.33", 99, "26.66", "6.67"),
    ],
)
def test_a_percentage_up_to_what_is_left(clinic, left, payer, patient):
    found = extended(clinic, left=left)
    assert isinstance(found, Priced)
    assert (found.payer_share, found.patient_share) == (Decimal(payer), Decimal(patient))
    assert (found.route, found.to_collect) == (Route.PATIENT, Decimal(clinic))


@pytest.mark.parametrize("missing", ["extended_percent_paid", "extended_left_this_year"])
def test_what_the_plan_pays_is_asked(missing):
    found = extended("120.00", **{missing: None})
    assert isinstance(found, NotKnown)
    assert found.missing == (missing,)


def test_what_was_left_is_of_the_day_it_was_told():
    told = {"extended_percent_paid": {"physiotherapy": 80}, "extended_left_this_year": {"physiotherapy": 500}}
    terms = replace(
        MEMBER,
        prices=tuple(
            Price(discipline="physiotherapist", item=one, since=CRASH, amount=Decimal("100.00")) for one in Item
        ),
    )
    found = covered(visit(1), visit(2), payer="extended", crash=None, terms=terms, **told)
    assert [one.entitlement for one in found.visits] == [YEARLY, NOT_KNOWN]
    assert found.visits[0].payer_share == Decimal("80.00")
    assert found.visits[1].missing == ("extended_left_this_year",)


def test_icbc_is_first_payer():
    told = {"extended_percent_paid": {"physiotherapy": 80}, "extended_left_this_year": {"physiotherapy": 500}}
    (one,) = covered(visit(1), **told).visits
    assert one.entitlement is Entitlement.PREAUTHORISED
