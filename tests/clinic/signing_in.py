"""Signing in to a browser, as somebody who did a moment ago, or by hand."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from clinic.accounts.models import User
from tests.clinic import build


def sign_in(page: Page, url: str, username: str) -> None:
    """Give the browser the session of this person; no page is opened.

    Two pages would be loaded before the one that a test is about. The form has tests of its own, and the ways through
    the clinic begin with it.
    """
    client = Client()
    client.force_login(User.objects.get(username=username))
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": url}])


def sign_in_by_hand(page: Page, url: str, username: str) -> None:
    """Through the form, to the first page of this person."""
    page.goto(url)
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password").fill(build.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
