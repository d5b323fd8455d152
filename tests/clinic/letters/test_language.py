"""Letters are written in English, in whatever language somebody's browser asks for pages."""

import re
from collections.abc import Callable
from typing import Any

from django.test import Client

from clinic.chart.models import Person


def test_the_sheet_for_home_is_written_in_english(desk: Client, person: Person, write: Callable[..., Any]) -> None:
    """Of all letters it says most of what the library has in French too: steps, signs to stop and the dose."""
    english = _told(write(person, "show", "home_programme"))
    assert "times a day" in english
    desk.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr-CA,fr;q=0.9"
    assert _told(write(person, "show", "home_programme")) == english


def _told(answer: Any) -> str:
    """What is to be read of the letter, and written in it."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text[answer.text.index("<main") :]).split())
