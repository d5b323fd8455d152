"""The pages of the bills: who opens them, what they show, and what they do with a hostile form."""

import csv
import io
import json
import re
import uuid
from datetime import date
from typing import Any

import pytest
from django.test import Client

from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, Role
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.claims.models import Claim, Invoice, InvoiceLine, Payment, Posting, Price
from clinic.claims.recount import faults
from tests.clinic import build
from tests.clinic.claims.desk import MONTH, TODAY, Desk, a_claimant, a_desk, a_visit

DAY = date(2026, 2, 3)
HTML = "<script>alert(1)</script>"


def key_of(by: Actor) -> int:
    assert by.user is not None
    return by.user.pk


def form_of(text: str, do: str) -> dict[str, str]:
    """The hidden key of the form with this button."""
    before = text[: text.index(f'name="do" value="{do}"')]
    return {"do": do, "key": re.findall(r'name="key" value="([^"]+)"', before)[-1]}


@pytest.mark.parametrize(
    ("role", "status"), [(FRONT_DESK, 200), (CLINIC_LEAD, 200), (PHYSIOTHERAPIST, 403), (RMT, 403), (PATIENT, 403)]
)
@pytest.mark.parametrize("address", ["/claims/", "/claims/owed/", "/claims/terms/"])
def test_who_opens_them(desk: Desk, client: Client, role: Role, status: int, address: str) -> None:
    client.force_login(build.a_user(desk.clinic, role))
    assert client.get(address).status_code == status


def test_a_month_from_signed_visits_to_sheets(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    a_visit(desk.physio, person, DAY)
    with desk.at():
        at_desk.post("/claims/propose/", {"month": str(MONTH)})
        page = at_desk.get(f"/claims/?month={MONTH}&shelf=ready").text
        lines = re.findall(r'name="line" value="(\d+)"', page)
        assert len(lines) == 2
        form = {**form_of(page, "send"), "month": str(MONTH), "shelf": "ready", "line": lines}
        sent = at_desk.post("/claims/do/", form, follow=True)
        again = at_desk.post("/claims/do/", form, follow=True)
        assert sent.text.count("/claims/invoices/") == again.text.count("/claims/invoices/") == 2
        sheet, bill = (at_desk.get(f"/claims/invoices/{number}/").text for number in (1, 2))
    fields = ["V-MADE-UP", "ZZ000001", "Ana", "Moreau", "1988-04-02"]
    assert [sheet.index(f"<code>{one}</code>") for one in fields] == sorted(
        sheet.index(f"<code>{one}</code>") for one in fields
    )
    for told in ("L-1", "60", "9.00", desk.clinic.name):
        assert told in bill
    assert list(faults(desk.clinic.pk)) == []


def test_the_file_of_what_was_sent(desk: Desk, at_desk: Client) -> None:
    desk.sent(a_claimant(desk, "=1+1", number="ZZ000001"))
    batch = Invoice.objects.values_list("batch", flat=True).distinct().get()
    rows = list(csv.DictReader(io.StringIO(at_desk.get(f"/claims/sent/{batch}/lines.csv").text)))
    assert [(one["payer"], one["net"], one["total"]) for one in rows] == [
        ("icbc", "151.00", "151.00"),
        ("private", "9.00", "9.00"),
    ]
    assert json.loads(at_desk.get(f"/claims/sent/{batch}/lines.json").content)["lines"][0]["claim_number"] == "ZZ000001"
    assert at_desk.get(f"/claims/sent/{batch}/lines.exe").status_code == 404
    assert AuditEvent.objects.filter(action="export").count() == 2


def test_a_formula_in_a_cell_stays_text(desk: Desk, at_desk: Client) -> None:
    desk.physio.user.first_name = "=HYPERLINK(1)"  # type: ignore[union-attr]
    desk.physio.user.save()  # type: ignore[union-attr]
    desk.sent(a_claimant(desk))
    batch = Invoice.objects.values_list("batch", flat=True).distinct().get()
    assert "'=HYPERLINK" in at_desk.get(f"/claims/sent/{batch}/lines.csv").text


def test_the_desk_sees_no_diagnosis(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    a_visit(desk.physio, person, DAY, note={"analysis": "Facet joint words of the note"})
    desk.propose()
    line = desk.lines()[0]
    with desk.at():
        pages = [
            f"/claims/?month={MONTH}",
            f"/claims/lines/{line.pk}/",
            f"/claims/people/{person.pk}/",
            "/claims/owed/",
        ]
        assert not any("Facet joint" in at_desk.get(one).text for one in pages)


def test_a_problem_says_what_to_do(desk: Desk, at_desk: Client) -> None:
    a_visit(desk.physio, a_claimant(desk, number=""), DAY)
    desk.propose()
    page = at_desk.get(f"/claims/?month={MONTH}&shelf=problems").text
    assert "The claim number is missing." in page
    assert "Ask for it, and write it down." in page


def post(client: Client, address: str, do: str, **said: Any) -> Any:
    found = form_of(client.get(address).text, do)
    return client.post(address, {**found, **said})


def test_every_deed_of_a_line(desk: Desk, at_desk: Client) -> None:
    line = desk.sent(a_claimant(desk))[0]
    address = f"/claims/lines/{line.pk}/"
    with desk.at():
        assert post(at_desk, address, "pay", amount="50.00", way="statement").status_code == 302
        assert post(at_desk, address, "adjust", amount="1.00", reason="old rate").status_code == 302
        assert post(at_desk, address, "reject", reason="wrong number").status_code == 302
        assert post(at_desk, address, "send_again", reason="mended").status_code == 302
        assert post(at_desk, address, "credit", reason="not ours").status_code == 302
        assert post(at_desk, address, "give_back", way="transfer").status_code == 302
        assert at_desk.get(address).status_code == 200
    assert [one.state for one in desk.lines()[0].events.order_by("number")][-1] == "credited"
    assert list(faults(desk.clinic.pk)) == []


def test_correcting_is_one_step(desk: Desk, at_desk: Client) -> None:
    line = desk.sent(a_claimant(desk))[0]
    with desk.at():
        assert post(at_desk, f"/claims/lines/{line.pk}/", "correct", reason="wrong length").status_code == 302
    assert [one.state for one in desk.lines(for_patient=False)] == ["credited", "sent"]


@pytest.mark.parametrize("amount", ["NaN", "1e9", "-5", "0", "0.001", "1_000", "١٢", HTML, "9" * 40, "", "1,50"])
def test_hostile_amounts(desk: Desk, at_desk: Client, amount: str) -> None:
    line = desk.sent(a_claimant(desk))[0]
    answer = post(at_desk, f"/claims/lines/{line.pk}/", "pay", amount=amount, way="cash")
    assert answer.status_code == 422
    assert HTML not in answer.text
    assert not Payment.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"do": "pay"},
        {"do": "pay", "key": "x", "amount": "1.00", "way": "cash"},
        {"do": "pay", "key": str(uuid.uuid4()), "amount": "1.00", "way": "moved"},
        {"do": "reject", "key": str(uuid.uuid4()), "reason": "\x00"},
        {"do": "reject", "key": str(uuid.uuid4()), "reason": "x" * 500},
    ],
)
def test_broken_forms_of_a_line(desk: Desk, at_desk: Client, said: dict[str, str]) -> None:
    line = desk.sent(a_claimant(desk))[0]
    before = Posting.objects.count()
    assert at_desk.post(f"/claims/lines/{line.pk}/", said).status_code == 422
    assert Posting.objects.count() == before


def test_lines_and_people_of_another_clinic(desk: Desk, at_desk: Client) -> None:
    other = a_desk("South Shore")
    person = a_claimant(other)
    line = other.sent(person)[0]
    batch = Invoice.objects.values_list("batch", flat=True).distinct().get()
    addresses = [
        f"/claims/lines/{line.pk}/",
        f"/claims/people/{person.pk}/",
        "/claims/invoices/1/",
        f"/claims/sent/{batch}/",
    ]
    assert [at_desk.get(one).status_code for one in addresses] == [404] * 4
    assert at_desk.get(f"/claims/sent/{batch}/lines.csv").status_code == 404
    form = {"do": "credit", "key": str(uuid.uuid4()), "reason": "x"}
    assert at_desk.post(f"/claims/lines/{line.pk}/", form).status_code == 404
    lines = {"month": str(MONTH), "do": "send", "key": str(uuid.uuid4()), "line": str(line.pk)}
    assert at_desk.post("/claims/do/", lines).status_code == 404
    licence = {"do": "licence", "practitioner": key_of(other.physio), "discipline": "physiotherapy", "college": "c"}
    assert at_desk.post("/claims/terms/", {**licence, "number": "1", "from_day": "2026-01-01"}).status_code == 422


@pytest.mark.parametrize("month", ["", "2026-13", "0000-01", "x", "2026-1", "9999-12", "²026-01", HTML])
def test_no_month_breaks_the_page(at_desk: Client, month: str) -> None:
    answer = at_desk.get("/claims/", {"month": month, "shelf": HTML, "page": "99999999999999"})
    assert answer.status_code == 200
    assert HTML not in answer.text


@pytest.mark.parametrize("lines", [[], ["x"], ["9" * 30], ["-1"], ["1.0"]])
def test_no_line_that_is_none(at_desk: Client, lines: list[str]) -> None:
    form = {"month": str(MONTH), "do": "send", "key": str(uuid.uuid4()), "line": lines}
    assert at_desk.post("/claims/do/", form).status_code == 302
    assert not Invoice.objects.exists()


CLAIM = {"do": "claim", "payer": "icbc", "number": "zz 000-002", "accident_on": "2026-01-05"}


def test_a_claim_is_written_down_with_its_numbers_plain(desk: Desk, at_desk: Client) -> None:
    person = build.a_person(desk.clinic)
    more = {
        "health_number": "9698 658 215",
        "visits_elsewhere_count:physiotherapy": "3",
        "initial_visit_billed:physiotherapy": "yes",
        "treatment_plan_start_date:massage_therapy": "2026-02-01",
    }
    with desk.at():
        for _ in range(2):
            assert at_desk.post(f"/claims/people/{person.pk}/", {**CLAIM, **more}).status_code == 302
        assert at_desk.get(f"/claims/people/{person.pk}/").text.count('value="3"') == 1
    claim = Claim.objects.get()
    assert (claim.number, claim.health_number) == ("ZZ000002", "9698658215")
    assert claim.visits == {
        "visits_elsewhere_count": {"physiotherapy": 3},
        "initial_visit_billed": {"physiotherapy": True},
        "plans": {"massage_therapy": [{"treatment_plan_start_date": "2026-02-01"}]},
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"health_number": "9698648215"},
        {"health_number": "٩٦٩٨٦٥٨٢١٥"},
        {"number": "123456789"},
        {"number": HTML},
        {"accident_on": "2099-01-01"},
        {"accident_on": "0001-01-01"},
        {"born_on": "2026-02-30"},
        {"payer": "nobody"},
        {"adjuster": "a\x00b"},
        {"visits_elsewhere_count:physiotherapy": "-1"},
        {"visits_elsewhere_count:physiotherapy": "1e3"},
        {
            "treatment_plan_start_date:physiotherapy": "2026-02-02",
            "treatment_plan_end_date:physiotherapy": "2026-02-01",
        },
        {"visits_elsewhere_count:physiotherapy": "0", "initial_visit_billed:physiotherapy": "yes"},
        {"do": "anything"},
    ],
)
def test_a_claim_that_cannot_be(desk: Desk, at_desk: Client, wrong: dict[str, str]) -> None:
    person = build.a_person(desk.clinic)
    answer = at_desk.post(f"/claims/people/{person.pk}/", {**CLAIM, **wrong})
    assert answer.status_code in (404, 422)
    assert not Claim.objects.exists()
    assert HTML not in answer.text


def test_terms_are_added(desk: Desk, at_desk: Client) -> None:
    rows: list[dict[str, Any]] = [
        {
            "do": "price",
            "discipline": "physiotherapy",
            "item": "standard",
            "amount": "120.00",
            "minutes": "30",
        },
        {"do": "fee", "discipline": "physiotherapy", "item": "standard", "amount": "97.00", "source": "Made-up table"},
        {
            "do": "licence",
            "practitioner": key_of(desk.rmt),
            "discipline": "massage_therapy",
            "college": "c",
            "number": "2",
        },
        {"do": "gst", "discipline": "massage_therapy", "practitioner": key_of(desk.rmt), "is_taxed": "no"},
        {"do": "vendor", "number": "V2"},
        {"do": "member", "is_member": "no"},
    ]
    for row in rows:
        answer = at_desk.post("/claims/terms/", {"from_day": "2026-04-01", **row})
        assert answer.status_code == 302, answer.text
    assert at_desk.get("/claims/terms/").status_code == 200
    # What the insurer has published stands.
    fee = {"do": "fee", "discipline": "massage_therapy", "item": "standard", "amount": "150.00", "source": "A letter"}
    answer = at_desk.post("/claims/terms/", {**fee, "from_day": "2025-06-01"})
    assert answer.status_code == 422
    assert "The published limit of this day is 105.00, from 1 May 2025 on" in answer.text
    hostile = {
        "do": "price",
        "discipline": "physiotherapy",
        "item": "standard",
        "amount": "NaN",
        "from_day": "2026-01-01",
    }
    before = Price.objects.count()
    assert at_desk.post("/claims/terms/", hostile).status_code == 422
    assert Price.objects.count() == before


def test_a_missed_visit_and_a_payment_at_the_desk(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    desk.sent(person)
    address = f"/claims/people/{person.pk}/"
    with desk.at():
        said = {"on": "2026-02-05", "discipline": "physiotherapy", "item": "no_show", "amount": "40.00"}
        assert post(at_desk, address, "missed", **said).status_code == 302
        assert post(at_desk, address, "missed", **{**said, "amount": "400.00"}).status_code == 422
        assert post(at_desk, address, "pay", amount="9.00", way="card").status_code == 302
        assert post(at_desk, address, "pay", amount="9.00", way="card").status_code == 422
    assert InvoiceLine.objects.filter(item="no_show").count() == 1
    assert list(faults(desk.clinic.pk)) == []


def test_what_is_owed_and_due(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    desk.sent(person)
    a_visit(desk.physio, a_claimant(desk, "Late", number=""), date(2026, 1, 8))
    desk.propose(month=type(MONTH)(2026, 1))
    with desk.at(date(2026, 3, 25)):
        page = at_desk.get("/claims/owed/").text
    for told in ("151.00", "to be sent by 9 Mar 2026", "until 30 Mar 2026", "by 16 Mar 2026"):
        assert told in page, told
    assert "extension" not in page, "the desk writes no letters"


def test_statements_do_not_grow_with_the_rows(desk: Desk, at_desk: Client, statements: Any) -> None:
    def counted(number: int) -> list[int]:
        for place in range(number):
            desk.sent(a_claimant(desk, f"P {place}"), (DAY, date(2026, 2, 10)))
        person = InvoiceLine.objects.order_by("-id").first().person_id  # type: ignore[union-attr]
        batch = Invoice.objects.order_by("-id").values_list("batch", flat=True)[0]
        found = []
        with desk.at(TODAY):
            for one in (
                f"/claims/?month={MONTH}&shelf=sent",
                "/claims/owed/",
                f"/claims/people/{person}/",
                f"/claims/sent/{batch}/",
                f"/claims/sent/{batch}/lines.csv",
            ):
                before = len(statements.texts)
                assert at_desk.get(one).status_code == 200
                found.append(len(statements.texts) - before)
        return found

    few = counted(1)
    assert all(more <= less for more, less in zip(counted(4), few, strict=True))


def test_a_claim_of_another_tab_is_not_written_over(desk: Desk, at_desk: Client) -> None:
    person = build.a_person(desk.clinic)
    address = f"/claims/people/{person.pk}/"

    def seen() -> str:
        return re.findall(r'name="seen" value="(\d+)"', at_desk.get(address).text)[0]

    with desk.at():
        tab = seen()
        first = {**CLAIM, "visits_elsewhere_count:physiotherapy": "7"}
        assert at_desk.post(address, {**first, "seen": tab}).status_code == 302
        assert at_desk.post(address, {**CLAIM, "seen": tab, "adjuster": "B. Li"}).status_code == 422
        assert at_desk.post(address, {**first, "seen": tab}).status_code == 302, "the same again changes nothing"
        assert at_desk.post(address, {**first, "seen": seen(), "adjuster": "B. Li"}).status_code == 302
    assert [one.adjuster for one in Claim.objects.order_by("id")] == ["", "B. Li"]


def test_whoever_looks_at_bills_stands_in_the_log(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    line = desk.sent(person)[0]
    batch = Invoice.objects.values_list("batch", flat=True).first()
    with desk.at():
        for address, action in (
            (f"/claims/?month={MONTH}&shelf=sent", "list"),
            (f"/claims/sent/{batch}/", "list"),
            (f"/claims/lines/{line.pk}/", "view"),
        ):
            assert at_desk.get(address).status_code == 200
            event = AuditEvent.objects.latest("id")
            assert event.action == action
            assert person.chart_number in f"{event.chart_number} {event.reason}"
