"""One sheet: small, legible in light and dark, and nothing written into pages themselves."""

import gzip
import itertools
import re
from pathlib import Path

import pytest

import clinic

HERE = Path(clinic.__file__).parent
SHEET = (HERE / "static/clinic/concordant.css").read_text()
TEMPLATES = sorted((HERE / "templates").rglob("*.html"))

TEXT = 4.5  # WCAG 2.2, 1.4.3
PART = 3.0  # WCAG 2.2, 1.4.11
STRICTEST = 7.0  # WCAG 2.2, 1.4.6
GROUNDS = ("ground", "surface", "accent-ground")
PAIRS = [
    *((front, ground, TEXT) for front, ground in itertools.product(("text", "muted", "accent"), GROUNDS)),
    *((name, f"{name}-ground", TEXT) for name in ("stop", "caution", "good")),
    *(("text", f"{name}-ground", TEXT) for name in ("stop", "caution", "good")),
    *((name, ground, TEXT) for name, ground in itertools.product(("stop",), ("ground", "surface"))),
    ("on-accent", "accent", TEXT),
    ("line-strong", "surface", PART),
    ("line-strong", "ground", PART),
]


THEMES = ("light", "dark", "dim")
BEGINS = {
    "light": ":root {",
    "device": ":root:where(:not(",
    "dark": ':root:where([data-theme="dark"]) {',
    "dim": ':root:where([data-theme="dim"]) {',
}


def named(block: str) -> dict[str, str]:
    """The colours that one block names."""
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", SHEET.partition(BEGINS[block])[2].partition("}")[0]))


def colours(theme: str) -> dict[str, str]:
    return {**named("light"), **named(theme)}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the well-known near miss


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_contrast(theme: str, front: str, ground: str, least: float) -> None:
    palette = colours(theme)
    assert contrast(palette[front], palette[ground]) >= least


@pytest.mark.parametrize("block", ["device", "dark", "dim"])
def test_every_theme_names_every_colour_of_light(block: str) -> None:
    assert set(named(block)) == set(named("light"))


def test_dark_is_the_same_whether_chosen_or_the_device_asks() -> None:
    assert named("dark") == named("device")


@pytest.mark.parametrize("name", sorted(named("dim")))
def test_dim_gives_less_than_half_the_light_of_darks_text(name: str) -> None:
    assert luminance(colours("dim")[name]) < luminance(colours("dark")["text"]) / 2


def test_dim_is_read_as_easily_as_the_strictest_level_asks() -> None:
    assert contrast(colours("dim")["text"], colours("dim")["ground"]) >= STRICTEST


@pytest.mark.parametrize("name", sorted(set(named("dim")) - {"stop", "stop-ground", "caution", "caution-ground"}))
def test_green_leads_in_dim_but_where_it_warns(name: str) -> None:
    red, green, blue = (int(colours("dim")[name][at : at + 2], 16) for at in (1, 3, 5))
    assert green >= max(red, blue)


def test_the_sheet_is_small() -> None:
    assert len(gzip.compress(SHEET.encode())) < 25_000


def test_colours_are_named_at_the_top_and_nowhere_else() -> None:
    rest = SHEET[SHEET.index("/* --- Ground") : SHEET.index("/* --- Paper")]
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", rest)) == {"#ffffff"}  # behind a QR code


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(HERE / "templates")))
def test_no_script_and_no_style_inside_a_page(template: Path) -> None:
    text = template.read_text()
    assert re.findall(r"\sstyle=|<style|\son\w+=|javascript:", text) == []
    assert [tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(HERE / "templates")))
def test_words_go_through_translation(template: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", template.read_text(), flags=re.DOTALL)
    text = re.sub(r"\{% block body_class %\}[a-z -]*\{% endblock %\}", "", text)
    text = re.sub(r"\{% blocktranslate.*?\{% endblocktranslate %\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", "|", text, flags=re.DOTALL)
    assert set(re.findall(r"[A-Za-z][a-z]{2,}", text)) <= {"Concordant"}


def test_nothing_is_fetched_from_elsewhere() -> None:
    everything = "".join(template.read_text() for template in TEMPLATES) + SHEET
    assert re.findall(r"(?:src|href|url)\W{1,3}(?:https?:)?//\S+", everything) == []


def test_htmx_lies_beside_its_licence_and_runs_no_text_as_code() -> None:
    folder = HERE / "static/clinic/htmx"
    assert "Zero-Clause BSD" in (folder / "LICENSE").read_text()
    script = (HERE / "templates/pages/_htmx.html").read_text()
    name = re.findall(r"clinic/htmx/([\w.-]+\.js)", script)
    assert [path.name for path in folder.glob("*.js")] == name
    for setting in ('"allowEval": false', '"includeIndicatorStyles": false', '"historyCacheSize": 0'):
        assert setting in script
