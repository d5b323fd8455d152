"""What was billed stays: by the model, and by the database whoever asks it. Money is exact."""

import io
import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Sum
from hypothesis import given
from hypothesis import strategies as st

from clinic.claims.actions import adjust, credit, mark_paid, withdraw_terms
from clinic.claims.models import FeeLimit, Posting, Price
from clinic.claims.money import money, typed
from clinic.claims.recount import faults
from clinic.ledger.models import AppendOnly, AppendOnlyError
from concordant.payers import NoAmount
from concordant.payers.money import MOST
from tests.clinic.claims.desk import Desk, a_claimant
from tests.clinic.emptying import unprotected

MODELS = list(apps.get_app_config("claims").get_models())


def test_everything_of_a_bill_is_written_once() -> None:
    assert all(issubclass(model, AppendOnly) for model in MODELS)


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A row in every table."""
    first, second = desk.sent(a_claimant(desk))
    with desk.at():
        adjust(by=desk.by, line_id=first.pk, amount=Decimal("1.00"), reason="old rate", key=uuid.uuid4())
        mark_paid(by=desk.by, lines=[first.pk], key=uuid.uuid4())
        credit(by=desk.by, line_id=second.pk, reason="not ours")
    said = {"discipline": "physiotherapy", "item": "standard", "source": "x", "from_day": date(2026, 1, 1)}
    limit = FeeLimit.objects.create(clinic=desk.clinic, amount=Decimal("1.00"), **said)
    with desk.at():
        withdraw_terms(by=desk.by, kind="fee", row_id=limit.pk, reason="a wrong day")
    return desk


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one.__name__)
def test_the_database_refuses_to_change_or_remove(full: Desk, model: type[models.Model]) -> None:
    assert model._default_manager.exists()
    for statement in ("UPDATE {} SET id = id + 1", "DELETE FROM {}"):
        with connection.cursor() as cursor, pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
            cursor.execute(statement.format(model._meta.db_table))
    with pytest.raises(AppendOnlyError):
        model._default_manager.get_queryset().update(id=1)


def test_a_ledger_that_somebody_tampered_with_says_so(full: Desk) -> None:
    assert list(faults(full.clinic.pk)) == []
    connection.check_constraints()
    first: Any = Posting.objects.first()
    with unprotected(), connection.cursor() as cursor:
        cursor.execute("UPDATE claims_posting SET amount = amount + 1 WHERE id = %s", [first.pk])
    found = list(faults(full.clinic.pk))
    assert any("changed after it was sealed" in one for one in found)
    assert any("the ledger holds" in one for one in found)


@given(st.integers(0, int(MOST * 100)))
def test_every_amount_comes_back_as_it_was(cents: int) -> None:
    amount = Decimal(cents).scaleb(-2)
    field: Any = Price._meta.get_field("amount")
    assert field.from_db_value(field.get_prep_value(amount)) == money(str(amount)) == amount


def test_cents_add_up(desk: Desk) -> None:
    tenth = {"clinic": desk.clinic, "discipline": "kinesiology", "item": "standard"}
    for _ in range(3):
        Price.objects.create(**tenth, amount=Decimal("0.10"), from_day=date(2026, 1, 1))
    assert Price.objects.filter(discipline="kinesiology").aggregate(all=Sum("amount"))["all"] == Decimal("0.30")
    with pytest.raises(NoAmount):
        Price.objects.create(**tenth, amount=0.1, from_day=date(2026, 1, 1))


@pytest.mark.parametrize(
    "wrong",
    [
        0.1,
        float("inf"),
        True,
        None,
        "1e12",
        "NaN",
        "",
        "x",
        Decimal("0.001"),
        MOST + 1,
        str(MOST + 1),
        "-1.00",
        Decimal(-1),
        "٣",
    ],
)
def test_what_is_no_money(wrong: Any) -> None:
    with pytest.raises(NoAmount):
        money(wrong)


@pytest.mark.parametrize(("text", "amount"), [("95", "95.00"), (" $95.5 ", "95.50"), ("0.01", "0.01")])
def test_what_people_type(text: str, amount: str) -> None:
    assert typed(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["0", "-1", "1,000.00", "1e3", ".5", "1.005", "+5", "95.", "$", "", "1000000.01"])
def test_what_people_type_by_mistake(text: str) -> None:
    with pytest.raises(ValidationError):
        typed(text)


def test_the_books_are_read_again_with_every_other_chain(full: Desk) -> None:
    call_command("verify", stdout=io.StringIO())
    connection.check_constraints()
    with unprotected(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM claims_posting WHERE id = (SELECT MAX(id) FROM claims_posting)")
    with pytest.raises(CommandError, match="the documents say"):
        call_command("verify", stdout=io.StringIO())
