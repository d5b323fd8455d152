"""Keeping a self-check for a first visit: only when asked, once, for one clinic, and for as long as was said."""

import html
import re
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from django.core import signing
from django.core.management import call_command
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK, RMT
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.record import verify_log
from clinic.audit.words import Action
from clinic.chart.actions import open_chart
from clinic.chart.models import Entry, Person
from clinic.drafts.models import Draft
from clinic.intake.models import FirstVisit
from clinic.person.case import case_of
from clinic.selfcheck.carried import Carried
from concordant.facts import UNKNOWN
from concordant.selfcheck import INJURY
from tests.clinic import build
from tests.clinic.chart.test_at_once import WRITERS, at_once
from tests.clinic.forms.sending import newest, signed_in
from tests.clinic.intake.telling import START, send, tell
from tests.clinic.person import story

KEEP = "/self-check/keep/"
STOPPED = Carried({"new_red_flag_sign": True, "cancer_history": UNKNOWN})


@cache
def calm() -> Carried:
    """A whole self-check without a danger sign, as the page carries it."""
    from concordant.selfcheck import next_step
    from concordant.selfcheck.question import Question

    carried = Carried({"new_red_flag_sign": False, INJURY: False})
    while isinstance(step := next_step(carried.answers, story.TODAY), Question):
        carried = carried.with_answer(step.name, UNKNOWN)
    told = {"pain_starts_in_neck": True, "any_headache_days_per_30d": 9, "cancer_history": False}
    for name, value in told.items():
        carried = carried.with_answer(name, value)
    carried = carried.with_answer("headache_onset_date", story.TODAY.replace(year=2019, month=12, day=31), "year")
    while isinstance(step := next_step(carried.answers, story.TODAY), Question):
        carried = carried.with_answer(step.name, UNKNOWN)
    return carried


def open_form(carried: Carried, client: Client | None = None) -> Any:
    return (client or Client()).post(KEEP, {"so_far": carried.signed()})


def token(page: Any) -> str:
    found = re.search(r'name="token" value="([^"]*)"', page.text)
    assert found, page.text
    return html.unescape(found.group(1))


def who(clinic: Clinic, **more: Any) -> dict[str, Any]:
    return {"keep": "1", "clinic": clinic.pk, "given_name": "Ana", "family_name": "Roy", "phone": "604 555 0134",
            "agree": "on", **more}  # fmt: skip


def kept(clinic: Clinic, carried: Carried | None = None, **more: Any) -> FirstVisit:
    page = open_form(carried or calm())
    answer = Client().post(KEEP, {"token": token(page), **who(clinic, **more)})
    assert answer.status_code == 200, answer.text
    return FirstVisit.objects.latest("id")


def test_nothing_is_kept_before_it_is_agreed_to(clinic: Clinic) -> None:
    page = open_form(calm())
    assert "What you agree to" in page.text
    assert not page.cookies
    assert not FirstVisit.objects.exists()
    without = who(clinic)
    del without["agree"]
    refused = Client().post(KEEP, {"token": token(page), **without})
    assert refused.status_code == 422
    assert "Tick this box if you agree" in refused.text
    assert not FirstVisit.objects.exists()


def test_it_waits_with_a_code_and_the_front_desk_sees_no_answer(clinic: Clinic) -> None:
    one = kept(clinic)
    assert one.agreed_to.startswith("I ask this clinic to keep")
    desk = signed_in(Client(), build.an_actor(clinic, FRONT_DESK))
    waiting = desk.get("/first-visits/")
    assert "Ana Roy" in waiting.text
    assert one.shown_code in waiting.text
    page = desk.get(f"/first-visits/{one.pk}/").text
    assert "What they answered" not in page
    assert "What they answered" in signed_in(Client(), build.an_actor(clinic)).get(f"/first-visits/{one.pk}/").text
    seen = AuditEvent.objects.filter(action=Action.VIEW, subject_kind="first visit", subject_id=str(one.pk))
    assert seen.count() == 2
    assert verify_log(clinic.pk) is None


def test_nobody_else_reads_it(clinic: Clinic, other_clinic: Clinic) -> None:
    one = kept(clinic)
    outside = signed_in(Client(), build.an_actor(other_clinic, FRONT_DESK))
    for address in ("/first-visits/", f"/first-visits/?code={one.code}"):
        assert not re.search(r"\bRoy\b", outside.get(address).text)  # as a word: form tokens hold any letters
    assert outside.get(f"/first-visits/{one.pk}/").status_code == 404
    assert outside.post(f"/first-visits/{one.pk}/", {"do": "let go"}).status_code == 404
    for actor in (build.an_actor(clinic, RMT), build.a_patient(clinic)[0]):
        assert signed_in(Client(), actor).get("/first-visits/").status_code == 403
        assert signed_in(Client(), actor).get(f"/first-visits/{one.pk}/").status_code == 403
    assert Client().get("/first-visits/").status_code == 302
    assert FirstVisit.objects.filter(pk=one.pk).exists()


def test_sent_twice_it_is_kept_once(clinic: Clinic) -> None:
    page = open_form(calm())
    sent = {"token": token(page), **who(clinic)}
    codes = {re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", Client().post(KEEP, sent).text).group() for _ in range(3)}  # type: ignore[union-attr]
    assert len(codes) == 1
    assert FirstVisit.objects.count() == 1


@pytest.mark.parametrize("text", ["", "nonsense", "eyJhIjoxfQ:1abc:xyz"])
def test_what_was_not_signed_here_is_not_kept(clinic: Clinic, text: str) -> None:
    forged = signing.dumps(["a", Carried({"fever": False}).signed()], salt="another", compress=True)
    for sent in ({"so_far": text}, {"token": text}, {"token": forged}, {"token": token(open_form(calm()))[:-2]}):
        answer = Client().post(KEEP, {**sent, **who(clinic)})
        assert answer.headers["Location"] == "/self-check/"
    assert not FirstVisit.objects.exists()


def test_a_half_answered_check_is_not_kept(clinic: Clinic) -> None:
    assert open_form(Carried({"fever": False})).status_code == 302


def test_it_ends(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = {"token": token(open_form(calm())), **who(clinic)}
    monkeypatch.setattr("clinic.intake.keeping.LASTS", timedelta(seconds=-1))
    assert Client().post(KEEP, sent).headers["Location"] == "/self-check/"
    assert not FirstVisit.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"phone": "", "email": ""},
        {"phone": "call me"},
        {"phone": "", "email": "nobody"},
        {"given_name": "x" * 101},
        {"given_name": " "},
        {"clinic": "999999"},
        {"clinic": "' or 1=1"},
        {"family_name": "a\x00b"},
    ],
)
def test_what_cannot_be_is_told(clinic: Clinic, wrong: dict[str, str]) -> None:
    answer = Client().post(KEEP, {"token": token(open_form(calm())), **who(clinic), **wrong})
    assert answer.status_code == 422
    assert not FirstVisit.objects.exists()


def test_too_many_are_slowed_down(clinic: Clinic, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"self_check": "300/5m/ip", "keep_self_check": "2/h/ip"}
    sent = [Client().post(KEEP, {"token": token(open_form(calm())), **who(clinic)}) for _ in range(3)]
    assert [answer.status_code for answer in sent] == [200, 200, 429]
    assert FirstVisit.objects.count() == 2


def test_a_stop_is_kept_with_what_was_told_and_stands_first(clinic: Clinic) -> None:
    kept(clinic, family_name="Calm")
    one = kept(clinic, STOPPED, family_name="Urgent")
    assert one.action == "emergency"
    page = signed_in(Client(), build.an_actor(clinic, FRONT_DESK)).get("/first-visits/").text
    assert page.index("Urgent") < page.index("Calm")
    assert "Danger sign" in page
    keep = Client().post(KEEP, {"so_far": STOPPED.signed()}).text
    assert "Do not wait for the clinic to call" in keep


def test_an_old_one_is_gone(clinic: Clinic, settings: Any) -> None:
    one = kept(clinic)
    desk = signed_in(Client(), build.an_actor(clinic, FRONT_DESK))
    with clock.set_to(story.at(story.TODAY + timedelta(days=settings.FIRST_VISIT_DAYS, seconds=-1))):
        assert desk.get(f"/first-visits/?code={one.shown_code.lower()}").text.count("Ana Roy") == 1
    with clock.set_to(story.at(story.TODAY + timedelta(days=settings.FIRST_VISIT_DAYS))):
        assert desk.get(f"/first-visits/{one.pk}/").status_code == 404
        assert "No one waits under this code" in desk.get(f"/first-visits/?code={one.code}").text
    assert not FirstVisit.objects.exists()
    gone = AuditEvent.objects.get(action=Action.DISCARD, subject_kind="first visit")
    assert "not taken up within 30 days" in gone.reason
    assert "Roy" not in gone.reason


def test_the_command_forgets_in_every_clinic(clinic: Clinic, other_clinic: Clinic) -> None:
    kept(clinic)
    kept(other_clinic)
    with clock.set_to(story.at(story.TODAY + timedelta(days=31))):
        call_command("forget_first_visits")
    assert not FirstVisit.objects.exists()


def test_the_desk_registers_or_finds_the_person(clinic: Clinic) -> None:
    there = build.a_person(clinic, "Roy")
    one, other = kept(clinic), kept(clinic)
    desk = signed_in(Client(), build.an_actor(clinic, FRONT_DESK))
    page = desk.get(f"/first-visits/{one.pk}/").text
    assert f"Yes: Ana Roy, chart {there.chart_number}" in page
    twin = desk.post(f"/first-visits/{one.pk}/", {"do": "register", "given_name": "Ana", "family_name": "Roy"})
    assert twin.status_code == 422
    assert "already has chart" in twin.text
    desk.post(f"/first-visits/{one.pk}/", {"do": f"person:{there.pk}"})
    one.refresh_from_db()
    assert one.person == there
    desk.post(f"/first-visits/{other.pk}/", {"do": "register", "given_name": "Anna", "family_name": "Roy"})
    other.refresh_from_db()
    assert other.person == Person.objects.get(given_name="Anna")
    assert "No one waits" in desk.get("/first-visits/").text
    assert desk.post(f"/first-visits/{one.pk}/", {"do": f"person:{there.pk}"}).status_code == 404


def test_it_is_not_given_to_a_person_of_another_clinic(clinic: Clinic, other_clinic: Clinic) -> None:
    stranger, one = build.a_person(other_clinic), kept(clinic)
    desk = signed_in(Client(), build.an_actor(clinic, FRONT_DESK))
    assert desk.post(f"/first-visits/{one.pk}/", {"do": f"person:{stranger.pk}"}).status_code == 404
    assert desk.post(f"/first-visits/{one.pk}/", {"do": f"person:{'9' * 30}"}).status_code == 404
    one.refresh_from_db()
    assert one.person is None


def test_let_go_it_is_deleted(clinic: Clinic) -> None:
    one = kept(clinic)
    signed_in(Client(), build.an_actor(clinic, FRONT_DESK)).post(f"/first-visits/{one.pk}/", {"do": "let go"})
    assert not FirstVisit.objects.exists()


def taken_up(clinic: Clinic, person: Person, carried: Carried | None = None) -> FirstVisit:
    one = kept(clinic, carried)
    FirstVisit.objects.filter(pk=one.pk).update(person=person)
    return one


def test_the_person_confirms_it_in_their_intake(own: Client, patient: tuple[Actor, Person], clinic: Clinic) -> None:
    taken_up(clinic, patient[1])
    assert "what you told us in your self-check" in own.get(START).text
    assert not Entry.objects.exists()
    page = own.get("/intake/start.new1/").text
    assert 'value="2019-12-31"' in page
    tell(own, "medicines", any_headache_days_per_30d="10")
    send(own)
    entry = newest()
    assert (entry.kind, entry.author_role) == ("intake", "patient")
    assert entry.reason.startswith(f"self-check of {story.TODAY.isoformat()}, by the person")
    facts = entry.content["headaches"][0]["facts"]
    assert (facts["headache_onset_date"], facts["headache_onset_precision"]) == ("2019-12-31", "year")
    assert entry.content["facts"]["any_headache_days_per_30d"] == 10
    assert "visits" not in entry.content, "what held for the day of the self-check is asked anew"
    assert not FirstVisit.objects.exists()
    assert not Draft.objects.exists()


def test_a_danger_sign_of_it_waits_for_a_clinician(own: Client, patient: tuple[Actor, Person], clinic: Clinic) -> None:
    taken_up(clinic, patient[1], STOPPED)
    tell(own, "goal", goal="Sleep through")
    send(own)
    assert FirstVisit.objects.exists()
    physio = signed_in(Client(), build.an_actor(clinic))
    assert "Self-check of 11 Mar 2026" in physio.get(f"/people/{patient[1].pk}/intake/").text


def test_answers_begun_before_do_not_lose_it(own: Client, patient: tuple[Actor, Person], clinic: Clinic) -> None:
    tell(own, "goal", goal="Sleep through")
    taken_up(clinic, patient[1])
    send(own)
    assert FirstVisit.objects.exists()


def test_the_clinician_takes_it_over_as_the_word_of_that_day(clinic: Clinic, physio: Actor, person: Person) -> None:
    one = taken_up(clinic, person)
    build.an_entry(physio, person, on=story.TODAY, kind="history", content={"facts": {"cancer_history": True}})
    later = signed_in(Client(), physio)
    with clock.set_to(story.at(story.TODAY + timedelta(days=5))):
        assert "Self-check of 11 Mar 2026, by the person" in later.get(f"/people/{person.pk}/intake/").text
        later.post(f"/people/{person.pk}/intake/", {"kept": one.pk, "do": "take over"})
        again = later.post(f"/people/{person.pk}/intake/", {"kept": one.pk, "do": "take over"})
        assert again.status_code == 404
        case = case_of(open_chart(by=physio, person_id=person.pk))
    entry = newest()
    assert (entry.kind, entry.on) == ("history", story.TODAY)
    assert "by the person" in entry.reason
    assert [(one.value, one.by) for one in case.facts["cancer_history"]] == [(True, "physiotherapist")]
    assert [(one.by, one.on) for one in case.headaches[0].facts["pain_starts_in_neck"]] == [("patient", story.TODAY)]
    assert case.headaches[0].facts["headache_onset_precision"][0].value == "year"
    assert case.no_injury
    asked = [(visit.by, [finding.fact for finding in visit.findings]) for visit in case.visits]
    # The first question names many signs; its "no" is one answer, not many.
    assert asked == [("patient", ["new_red_flag_sign"])]
    assert not FirstVisit.objects.exists()


def test_another_charts_check_is_not_taken_over(clinic: Clinic, physio: Actor, person: Person) -> None:
    other = taken_up(clinic, build.a_person(clinic, "Other"))
    answer = signed_in(Client(), physio).post(f"/people/{person.pk}/intake/", {"kept": other.pk, "do": "take over"})
    assert answer.status_code == 404
    assert not Entry.objects.exists()


def test_a_year_is_told_as_a_year(client: Client) -> None:
    carried = calm()
    page = client.post("/self-check/", {"so_far": carried.signed()}).text
    assert "<dd>2019 " in page
    assert "2019-12-31" not in page


@pytest.mark.django_db(transaction=True)
def test_sent_at_the_same_moment_it_is_kept_once() -> None:
    clinic = build.a_clinic()
    sent = {"token": token(open_form(STOPPED)), **who(clinic)}
    answers = at_once(lambda: Client().post(KEEP, sent).status_code)
    assert answers == [200] * WRITERS
    assert FirstVisit.objects.count() == 1
