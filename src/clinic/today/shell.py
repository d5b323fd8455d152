"""The page without anybody's data in it, in each language, and everything it needs to open without a network."""

import hashlib

from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from clinic.diary.layout import FIRST, NOTE_LENGTH, OF_HEADACHE
from clinic.home.programme import RATINGS
from clinic.today import quick
from concordant.facts import Fact, Kind
from concordant.facts.kinds import Choice, Choices, Flag, Quantity
from concordant.language import figure

(WHETHER,) = FIRST
"""Asked by itself, before all others."""
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
ASSETS = (
    "clinic/concordant.css",
    "clinic/today/today.css",
    "clinic/today/queue.js",
    "clinic/today/send.js",
    "clinic/today/words.js",
    "clinic/today/exercises.js",
    "clinic/today/quick.js",
    "clinic/today/today.js",
    "clinic/icon.svg",
    "clinic/theme.js",
)
_WORDS: tuple[tuple[type[Kind], str], ...] = (
    (Flag, "flag"),
    (Quantity, "number"),
    (Choice, "one"),
    (Choices, "any"),
)


def shell(language: str) -> str:
    """Rendered without a request, so that no name, no message and no form token can get into it."""
    with translation.override(language):
        kinds = {WHETHER: "flag"} | {one.name: _kind(one.fact) for one in quick.every()}
        context = {
            **quick.PARTS,
            "hours": [(one, figure(one)) for one in quick.HOURS],
            "facts": {"kinds": kinds, "ofHeadache": OF_HEADACHE},
            "note_length": NOTE_LENGTH,
            "ratings": RATINGS,
            # Each by its own name; the template tag would translate them.
            "languages": [(code, name) for code, name in settings.LANGUAGES if code != language],
        }
        return render_to_string("today/today.html", context)


def precached() -> list[str]:
    """Addresses that the worker keeps."""
    pages = [reverse("today:in_language", args=[one]) for one in LANGUAGES]
    return [*pages, reverse("today:manifest"), *map(static, ASSETS)]


def worker() -> str:
    """Another page or another address makes it another worker, which fetches everything anew."""
    kept = precached()
    version = hashlib.sha256("\n".join([*map(shell, LANGUAGES), *kept]).encode()).hexdigest()[:16]
    scripts = [static("clinic/today/queue.js"), static("clinic/today/send.js")]
    context = {
        "version": version,
        "kept": kept,
        "scripts": scripts,
        "here": reverse("today:today"),
        "languages": LANGUAGES,
    }
    return render_to_string("today/worker.js", context)


def _kind(fact: Fact[Kind]) -> str:
    return next(word for kind, word in _WORDS if isinstance(fact.kind, kind))
