"""How bright the pages are: chosen in this browser, said by the page itself, nothing without asking."""

import re

import pytest
from django.test import Client


def theme_of(client: Client) -> str:
    found = re.search(r"<html[^>]* data-theme=\"(\w+)\"", client.get("/self-check/").text)
    return found[1] if found else ""


@pytest.mark.django_db
@pytest.mark.parametrize(("wish", "scheme"), [("light", "light"), ("dark", "dark"), ("dim", "dark")])
def test_the_page_names_what_was_chosen(client: Client, wish: str, scheme: str) -> None:
    answer = client.post("/brightness/", {"theme": wish, "next": "/self-check/"})
    assert answer.headers["Location"] == "/self-check/"
    assert theme_of(client) == wish
    assert f'<meta name="color-scheme" content="{scheme}">' in client.get("/self-check/").text


@pytest.mark.django_db
def test_as_the_device_says_leaves_no_cookie_behind(client: Client) -> None:
    assert not client.get("/self-check/").cookies
    client.post("/brightness/", {"theme": "dim"})
    client.post("/brightness/", {"theme": "device"})
    assert client.cookies["theme"].value == ""
    assert theme_of(client) == ""
    assert '<meta name="color-scheme" content="light dark">' in client.get("/self-check/").text


@pytest.mark.django_db
@pytest.mark.parametrize("broken", ['dim" onload="x', "<script>", "DIM", "\x00"])
def test_a_cookie_can_hold_anything_and_the_page_does_not(client: Client, broken: str) -> None:
    client.cookies["theme"] = broken
    assert theme_of(client) == ""
    assert "onload" not in client.get("/self-check/").text


@pytest.mark.django_db
@pytest.mark.parametrize("wish", ["", "bright", "dim\x00"])
def test_another_theme_is_refused(client: Client, wish: str) -> None:
    assert client.post("/brightness/", {"theme": wish}).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_the_way_back_stays_here(client: Client, back: str) -> None:
    assert client.post("/brightness/", {"theme": "dim", "next": back}).headers["Location"] == "/"
