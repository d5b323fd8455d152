"""Every sentence of these pages can be read in French."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

import clinic
from tests.clinic.intake.telling import START, tell

HERE = Path(clinic.__file__).parent
STAFF = ("waiting.html", "one.html", "of_person.html")
"""Pages of staff are in English."""
TEMPLATES = [
    path
    for folder in ("selfcheck", "intake")
    for path in sorted((HERE / "templates" / folder).glob("*.html"))
    if path.name not in STAFF
]
MODULES = [
    *sorted((HERE / "selfcheck").glob("*.py")),
    *(HERE / "intake" / f"{name}.py" for name in ("form", "parts", "views", "keeping", "review", "bodychart", "story")),
    HERE / "chart" / "told.py",
]


def of_template(text: str) -> Iterator[str]:
    yield from (one or other for one, other in re.findall(r"{% translate (?:\"([^\"]*)\"|'([^']*)') %}", text))
    for body in re.findall(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", text, re.DOTALL):
        yield re.sub(r"{{ (\w+) }}", r"%(\1)s", body.split("{% plural %}")[0])


def of_module(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "gettext_lazy"):
            # What the library says has its French elsewhere.
            yield from (str(each.value) for each in node.args if isinstance(each, ast.Constant))


@pytest.mark.parametrize("path", [*TEMPLATES, *MODULES], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_sentence_has_its_french(path: Path) -> None:
    text = path.read_text()
    sentences = list(of_template(text) if path.suffix == ".html" else of_module(text))
    with translation.override("fr-ca"):
        for one in sentences:
            said = translation.gettext(one)
            # "Question 3" is the same in both.
            assert said != one or one == "Question %(number)s", one
            assert sorted(re.findall(r"%\(\w+\)s", said)) == sorted(re.findall(r"%\(\w+\)s", one))


def test_pages_answer_in_french_and_say_nothing_of_it_in_english(own: Client) -> None:
    french = {"Accept-Language": "fr"}
    assert "Avant votre première visite" in own.get(START, headers=french).text
    assert "Before your first visit" in own.get(START, headers={"Accept-Language": "en"}).text
    tell(own, "kinds", kinds="1")
    assert "Mal de tête 1" in own.get("/intake/start.new1/", headers=french).text
    assert "Headache 1" in own.get("/intake/start.new1/").text
