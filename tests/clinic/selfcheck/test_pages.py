"""The self-check without an account: no cookie, nothing kept, one question at a time."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client

from clinic import clock
from clinic.selfcheck.carried import LASTS, Carried, Ended, carried_in
from concordant.facts import UNKNOWN
from tests.clinic.person import story

ADDRESS = "/self-check/"


@pytest.fixture(autouse=True)
def fresh(db: None) -> Any:
    cache.clear()
    with clock.set_to(story.at(story.TODAY)):
        yield


def so_far(text: str) -> str:
    found = re.search(r'name="so_far" value="([^"]*)"', text)
    assert found
    return found.group(1)


def begin(client: Client) -> Any:
    return client.post(ADDRESS, {})


def say(client: Client, page: Any, **what: Any) -> Any:
    return client.post(ADDRESS, {"so_far": so_far(page.text), **what})


def test_it_needs_no_account_and_sets_no_cookie(client: Client) -> None:
    page = client.get(ADDRESS)
    assert page.status_code == 200
    first = begin(client)
    last = say(client, first, answer="no")
    for answer in (page, first, last):
        assert not answer.cookies
        assert "no-store" in answer.headers["Cache-Control"]


def test_nothing_is_kept(client: Client) -> None:
    def rows() -> dict[str, int]:
        return {one._meta.label: one._default_manager.count() for one in apps.get_models()}

    before = rows()
    answer = begin(client)
    for _ in range(40):
        if "so_far" not in answer.text or "<h1>What your answers say" in answer.text:
            break
        answer = say(client, answer, unknown="1")
    assert "What your answers say" in answer.text
    assert rows() == before


def test_a_danger_sign_stops_with_what_to_do(client: Client) -> None:
    answer = say(client, begin(client), answer="yes")
    assert "Get help now" in answer.text
    assert 'href="tel:911"' in answer.text
    assert "Why we say so" in answer.text


def test_back_and_change_ask_again(client: Client) -> None:
    first = begin(client)
    second = say(client, first, answer="no")
    assert "fit" in second.text
    again = say(client, second, back="1")
    assert "Question 1" in again.text
    assert "Double vision" in again.text
    assert "Get help now" in say(client, again, answer="yes").text


def test_a_stop_can_be_taken_back(client: Client) -> None:
    stopped = say(client, begin(client), answer="yes")
    again = say(client, stopped, change="new_red_flag_sign")
    assert "Double vision" in again.text
    assert "fit" in say(client, again, answer="no").text


def test_no_answer_is_asked_for_again_in_words(client: Client) -> None:
    first = begin(client)
    for sent in ({}, {"answer": "perhaps"}):
        answer = say(client, first, **sent)
        assert answer.status_code == 200
        assert 'role="alert"' in answer.text
        assert "Double vision" in answer.text


@pytest.mark.parametrize("text", ["", "nonsense", "eyJhIjoxfQ:1abc:xyz"])
def test_what_was_not_signed_here_is_not_read(client: Client, text: str) -> None:
    answer = client.post(ADDRESS, {"so_far": text, "answer": "no"})
    assert "That check has ended" in answer.text


def test_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    signed = Carried({"fever": False, "seizure_new": UNKNOWN}).signed()
    assert carried_in(signed).answers == {"fever": False, "seizure_new": UNKNOWN}
    monkeypatch.setattr("clinic.selfcheck.carried.LASTS", timedelta(seconds=-1))
    with pytest.raises(Ended):
        carried_in(signed)
    assert timedelta(hours=1) >= LASTS


def test_too_many_are_slowed_down(client: Client, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"self_check": "2/5m/ip"}
    assert [begin(client).status_code for _ in range(3)] == [200, 200, 429]
    assert client.get(ADDRESS).status_code == 200


def test_it_runs_where_tokens_are_checked() -> None:
    assert Client(enforce_csrf_checks=True).post(ADDRESS, {}).status_code == 200
