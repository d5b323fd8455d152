"""The page without anybody's data in it, and everything it needs to open without a network."""

import hashlib

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse

from clinic.diary.layout import day
from clinic.forms.form import FactForm
from concordant.facts import Fact, Kind
from concordant.facts.kinds import Choice, Choices, Flag, Quantity

SECTIONS = 4
"""The last section is what a clinician may ask for besides; it stays on the diary's own form."""
ASSETS = (
    "clinic/concordant.css",
    "clinic/today/today.css",
    "clinic/today/queue.js",
    "clinic/today/send.js",
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


def shell() -> str:
    """Rendered without a request, so that no name, no message and no form token can get into it."""
    sections = day()[:SECTIONS]
    form = FactForm(sections=sections, help_from="", label_from="ask")
    kinds = {fact.name: _kind(fact) for section in sections for fact in section.facts}
    of_headache = [fact.name for fact in sections[1].facts]
    context = {"groups": form.groups, "facts": {"kinds": kinds, "ofHeadache": of_headache}}
    return render_to_string("today/today.html", context)


def precached() -> list[str]:
    """Addresses that the worker keeps."""
    return [reverse("today:today"), reverse("today:manifest"), *map(static, ASSETS)]


def worker() -> str:
    """Another page or another address makes it another worker, which fetches everything anew."""
    kept = precached()
    version = hashlib.sha256("\n".join([shell(), *kept]).encode()).hexdigest()[:16]
    scripts = [static("clinic/today/queue.js"), static("clinic/today/send.js")]
    return render_to_string("today/worker.js", {"version": version, "kept": kept, "scripts": scripts})


def _kind(fact: Fact[Kind]) -> str:
    return next(word for kind, word in _WORDS if isinstance(fact.kind, kind))
