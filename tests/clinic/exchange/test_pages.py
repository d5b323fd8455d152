"""Case files in and out through pages."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import RMT
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.words import Action
from clinic.chart.actions import open_chart
from clinic.chart.models import Entry, Person
from clinic.exchange import incoming
from clinic.person.case import case_of
from concordant.record.read import read_text
from concordant.record.write import write_plain
from tests.clinic import build
from tests.clinic.forms.sending import a_form, signed_in, with_headaches
from tests.people import asked_everything

NOW = datetime(2026, 2, 1, 20, tzinfo=UTC)
FILE: dict[str, Any] = {
    "concordant": 1,
    "person": {"id": "example-001", "born": "1980-04-02", "sex": "male"},
    "episode": {"started": "2026-01-05", "goal": "Work a full day"},
    "facts": {
        "preexisting_headache": False,
        "cancer_history": [{"date": "2026-01-05", "value": False}, {"date": "2026-01-20", "value": True}],
    },
    "injuries": [{"id": "crash", "facts": {"injury_date": "2026-01-05"}}],
    "headaches": [{"id": "A", "name": "neck", "facts": {"laterality": "right_always"}}],
    **build.EXAMINATION,
    "outcomes": [{"date": "2026-01-12", "measure": "ndi", "value": 18}],
    "diary": [{"date": f"2026-01-{day}", "headache": "A", "intensity_nrs": day % 10} for day in range(11, 31)],
    "treatments": [{"date": "2026-01-12", "discipline": "physiotherapist", "interventions": ["c1_c2_mobilisation"]}],
}


@pytest.fixture
def desk(client: Client, physio: Actor) -> Client:
    return signed_in(client, physio)


def an_upload(text: str, name: str = "moreau.yaml") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def send(desk: Client, person: Person, text: str, do: str = "", **more: Any) -> Any:
    with clock.set_to(NOW):
        return desk.post("/import/", a_form(do=do, chart_number=person.chart_number, text=text, **more))


def without(content: Any, *keys: str) -> Any:
    if isinstance(content, dict):
        return {key: without(value, *keys) for key, value in content.items() if key not in keys}
    return [without(one, *keys) for one in content] if isinstance(content, list) else content


def test_a_file_is_looked_at_first(desk: Client, person: Person) -> None:
    page = send(desk, person, yaml.safe_dump(FILE)).text
    assert "This would be added to the chart of Ana Moreau" in page
    assert "example-001" in page
    assert "11 Jan 2026" in page
    assert "30 Jan 2026" in page
    assert Entry.objects.count() == 0


def test_each_dated_piece_is_true_on_its_day(desk: Client, person: Person) -> None:
    assert send(desk, person, yaml.safe_dump(FILE), do="sign", name="moreau.yaml").status_code == 302
    entries = list(Entry.objects.order_by("id"))
    assert entries[0].on.isoformat() == "2026-01-05"
    assert all(entry.kind == "case file" and entry.reason == "moreau.yaml" for entry in entries)
    assert [entry.on.isoformat() for entry in entries[1:3]] == ["2026-01-05", "2026-01-11"]
    days = [entry.on.isoformat() for entry in entries if "diary" in entry.content]
    assert days == [row["date"] for row in FILE["diary"]]
    assert AuditEvent.objects.filter(action=Action.IMPORT).count() == 1


def test_out_and_in_again_is_the_same_chart(desk: Client, physio: Actor, person: Person, clinic: Clinic) -> None:
    send(desk, person, yaml.safe_dump(FILE), do="sign")
    for form in ("yaml", "json"):
        answer = desk.post(f"/people/{person.pk}/export/", {"format": form, "reason": "asked by the GP"})
        assert answer["Content-Disposition"].startswith(f'attachment; filename="chart-{person.chart_number}-')
        text = answer.content.decode()
        assert "Moreau" not in text
        other = build.a_person(clinic, f"Copy {form}")
        assert send(desk, other, text, do="sign", name=f"copy.{form}").status_code == 302, text
        charts = [case_of(open_chart(by=physio, person_id=one.pk)) for one in (person, other)]
        first, second = (without(write_plain(case), "recorded", "id") for case in charts)
        assert first == second


def test_everything_that_can_be_asked_comes_back(desk: Client, physio: Actor, person: Person) -> None:
    whole = asked_everything()
    assert send(desk, person, json.dumps(whole), do="sign", name="x.json").status_code == 302
    case = case_of(open_chart(by=physio, person_id=person.pk))
    assert case.no_injury
    fresh = read_text(json.dumps(whole), name="x.json")
    assert {name: said[-1].value for name, said in case.facts.items()} == {
        name: said[-1].value for name, said in fresh.facts.items()
    }
    assert case.visits[0].findings == tuple(case.visits[0].findings)
    assert {one.fact: one.value for one in case.visits[0].findings} == {
        one.fact: one.value for one in fresh.visits[0].findings
    }


def test_taking_a_copy_is_an_event_with_its_reason(desk: Client, person: Person) -> None:
    desk.get(f"/people/{person.pk}/export/")
    assert not AuditEvent.objects.filter(action=Action.EXPORT).exists()
    desk.post(f"/people/{person.pk}/export/", {"format": "yaml", "reason": "asked by the GP"})
    assert AuditEvent.objects.get(action=Action.EXPORT).reason == "asked by the GP"
    assert desk.post(f"/people/{person.pk}/export/", {"format": "exe"}).status_code == 422


def test_sent_twice_it_comes_in_once(desk: Client, person: Person) -> None:
    key = "6f1c2f4e-1111-4222-8333-444455556666"
    for _ in range(2):
        assert send(desk, person, yaml.safe_dump(FILE), do="sign", key=key).status_code == 302
        count = Entry.objects.count()
    assert count == len(FILE["diary"]) + 6


def test_every_error_has_its_line_its_place_and_what_is_allowed(desk: Client, person: Person) -> None:
    text = "concordant: 1\nperson: {id: x}\nfacts:\n  cancer_historie: true\n  seizure_new: perhaps\n"
    answer = send(desk, person, text)
    assert answer.status_code == 422
    for part in (">4<", "facts.cancer_historie", "did you mean cancer_history", ">5<", "true or false"):
        assert part in answer.text
    assert "cancer_historie: true" in answer.text  # the text stays on the screen
    assert Entry.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"visits": [{"date": "2026-03-01"}]}, "still to come"),
        ({"diary": [{"date": "2026-01-12", "headache": "Z"}]}, "no headache of this file"),
    ],
)
def test_what_cannot_be_signed_is_told_before(desk: Client, person: Person, change: dict[str, Any], told: str) -> None:
    answer = send(desk, person, yaml.safe_dump({**FILE, **change}), do="sign")
    assert answer.status_code == 422
    assert told in answer.text
    assert Entry.objects.count() == 0


def test_a_file_is_uploaded(desk: Client, person: Person) -> None:
    with clock.set_to(NOW):
        upload = an_upload(yaml.safe_dump(FILE))
        page = desk.post("/import/", {"chart_number": person.chart_number, "file": upload}).text
    assert "From moreau.yaml" in page
    assert 'name="name" value="moreau.yaml"' in page


def test_a_file_that_is_too_large_is_not_read(desk: Client, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "MOST_BYTES", 100)
    monkeypatch.setattr(incoming, "read_text", lambda *args, **more: pytest.fail("it was read"))
    upload = an_upload("x" * 101)
    answer = desk.post("/import/", {"chart_number": person.chart_number, "file": upload})
    assert answer.status_code == 422
    assert "at most 100" in answer.text
    assert send(desk, person, "x" * 101).status_code == 422


def test_a_form_that_is_far_too_large_is_refused(desk: Client, person: Person) -> None:
    assert send(desk, person, "x" * 3_000_000).status_code in (400, 413)


@pytest.mark.parametrize("text", ["", "\x00", "a: &x [*x]", "{" * 5000, "concordant: 1\nperson: {id: x}\n", "\ud83d"])
def test_odd_texts_do_no_harm(desk: Client, person: Person, text: str) -> None:
    with clock.set_to(NOW):
        data = text.encode("utf-8", "surrogatepass")
        upload = SimpleUploadedFile("x.yaml", data)
        answer = desk.post("/import/", {"chart_number": person.chart_number, "file": upload})
    assert answer.status_code == 422
    assert Entry.objects.count() == 0


def test_a_chart_with_the_same_headache_is_warned_of(desk: Client, physio: Actor, person: Person) -> None:
    with_headaches(physio, person, "A")
    build.an_entry(physio, person)
    page = send(desk, person, yaml.safe_dump(FILE)).text
    assert "The chart has a headache A already" in page
    assert "visits on some of these days already" in page


def test_a_chart_of_another_clinic_is_not_there(desk: Client, other_clinic: Clinic) -> None:
    leaking = build.a_person(other_clinic, "Leak", chart_number="77777")
    answer = send(desk, leaking, yaml.safe_dump(FILE), do="sign")
    assert answer.status_code == 422
    assert "There is no chart with this number here" in answer.text
    assert "Leak" not in answer.text
    assert "77777" not in desk.get(f"/import/?person={leaking.pk}").text


def test_the_link_of_a_chart_fills_in_its_number(desk: Client, person: Person) -> None:
    assert f'value="{person.chart_number}"' in desk.get(f"/import/?person={person.pk}").text


def test_who_may_not(client: Client, clinic: Clinic, person: Person) -> None:
    signed_in(client, build.an_actor(clinic, RMT))
    assert client.get("/import/").status_code == 403
    assert send(client, person, yaml.safe_dump(FILE), do="sign").status_code == 403
    assert client.get(f"/people/{person.pk}/export/").status_code == 403
    assert Entry.objects.count() == 0
