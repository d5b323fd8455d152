"""The chart as SVG that stands alone, and the words and table that hold all of it."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import altair as alt
import jsonschema
import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.progress.expected_course.chart import axis, datasets, declaration, template
from concordant.progress.expected_course.chart_data import chart_data
from concordant.progress.expected_course.palette import LIMIT, OWN, SURFACES, contrast
from concordant.progress.expected_course.svg import svg
from concordant.progress.expected_course.text import HEADER, description, sentences, shown, table, title
from tests.progress.expected_course.people import course

SVG = "{http://www.w3.org/2000/svg}"
SOME = "+.--+--" * 9


def data(since=SOME, **options):
    return chart_data(course(since, **options))


def drawn(numbers, **words):
    return svg(numbers, name="course", **{"title": title(numbers), "description": description(numbers), **words})


def test_it_is_xml_with_a_title_and_a_description():
    numbers = data(retests=(29,))
    root = ET.fromstring(drawn(numbers))  # noqa: S314 - our own output
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    found = {one: root.find(f"{SVG}{one}") for one in ("title", "desc")}
    assert root.get("aria-labelledby") == " ".join(one.get("id") for one in found.values())
    assert found["title"].text == title(numbers)
    assert found["desc"].text == description(numbers)


def test_it_holds_no_script_and_points_nowhere():
    root = ET.fromstring(drawn(data()))  # noqa: S314 - our own output
    for one in root.iter():
        assert one.tag not in {f"{SVG}script", f"{SVG}foreignObject", f"{SVG}image", f"{SVG}use", f"{SVG}style"}
        assert [name for name in one.attrib if name.startswith("on") or name.endswith("href")] == []
        assert [text for text in one.attrib.values() if re.search(r"url\((?!#)|https?:|javascript:", text)] == []


def test_words_are_written_as_text():
    text = drawn(data(), title="<script>alert(1)</script> & more", description="]]><x>")
    assert ET.fromstring(text).find(f"{SVG}title").text == "<script>alert(1)</script> & more"  # noqa: S314
    assert "<script" not in text


@pytest.mark.parametrize("name", ["", "A", "two words", 'x"y', "1st"])
def test_a_name_that_is_no_id_is_refused(name):
    with pytest.raises(ValueError, match="cannot be part of an id"):
        svg(data(), name=name, title="", description="")


def test_each_layer_has_its_numbers_and_no_others():
    numbers = data()
    whole = declaration(numbers)
    assert sorted(layer["data"]["name"] for layer in whole["layer"]) == sorted(datasets(numbers))
    assert whole["datasets"] == datasets(numbers)
    assert {one["name"]: one["value"] for one in whole["params"]} == axis(numbers)


@pytest.mark.parametrize("weeks", [1, 26, 60])
def test_the_whole_declaration_is_vega_lite(weeks):
    alt.Chart.from_dict(declaration(data("-" * 7 * weeks)), validate=True)
    with pytest.raises(jsonschema.ValidationError):
        alt.Chart.from_dict({**declaration(data()), "background": 7}, validate=True)


def test_the_picture_is_that_of_its_declaration():
    """Put into the compiled chart, the numbers give the same picture as if it were compiled for this person."""
    numbers = data("+.--+--" * 60, retests=(29, 200))
    whole = vl_convert.vega_to_svg(vl_convert.vegalite_to_vega(declaration(numbers)), allowed_base_urls=[])
    _, marks = whole.split(">", 1)
    assert drawn(numbers).endswith(re.sub(r' (?:role="graphics-[a-z]+"|aria-roledescription="[^"]*")', "", marks))


@pytest.mark.parametrize(
    ("last", "ticks"),
    [
        (12, [-4, 0, 4, 8, 12]),
        (26, [-4, 0, 4, 8, 12, 16, 20, 24]),
        (52, [-4, 0, 13, 26, 39, 52]),
        (156, [0, 26, 52, 78, 104, 130, 156]),
        (520, [*range(0, 521, 52)]),
    ],
)
def test_the_axis_of_time_never_crowds(last, ticks):
    found = axis(replace(data(), last_week=last))["ticks"]
    assert found == ticks
    assert len(found) <= 11


@pytest.mark.parametrize(("weeks", "each"), [(26, 1), (27, 4), (52, 4), (53, 4)])
def test_beyond_half_a_year_four_weeks_are_one_point(weeks, each):
    numbers = data("+------" * weeks)
    assert numbers.weeks_each == each
    assert [(one.first, one.last) for one in numbers.points][:2] == (
        [(-4, -4), (-3, -3)] if each == 1 else [(-4, -1), (1, 4)]
    )


def test_points_of_four_weeks_hold_every_week_and_the_newest_may_be_shorter():
    numbers = data("+------" * 28 + "+.-----" * 2 + "++")
    assert [(one.first, one.last, one.of) for one in numbers.points][-2:] == [(25, 28, 28), (29, 30, 14)]
    assert (numbers.points[-1].place, numbers.points[-1].answered) == (29, 12)
    assert (numbers.points[-1].low, numbers.points[-1].high) == (1, 2)
    assert numbers.points[0].place == -2
    assert "Weeks 29 to 30 of care: 1.17 headache days per week, 12 of 14 days answered" in description(numbers)
    assert "Weeks 4 to 1 before care: 5 headache days per week, 28 of 28 days answered." in description(numbers)
    assert ("weeks 29 to 30 of care", "2 weeks", "1.17", "1", "2", "12 of 14 days answered") in table(numbers)


@settings(deadline=None, max_examples=30)
@given(st.text("+-.", min_size=26 * 7 + 7, max_size=300))
def test_no_day_is_lost_in_points_of_four_weeks(since):
    numbers, weeks = data(since), course(since).weeks
    assert sum(one.of for one in numbers.points) == 7 * len(weeks)
    assert sum(one.answered for one in numbers.points) == sum(one.count.observed for one in weeks)
    assert sum(one.low * one.of / 7 for one in numbers.points) == pytest.approx(
        sum(one.count.positive for one in weeks)
    )


def test_two_people_do_not_share_numbers():
    one, other = data("+" * 56), data("-" * 56)
    first = drawn(one)
    drawn(other)
    assert drawn(one) == first != drawn(other)


def test_every_week_is_drawn():
    numbers = data("+.--+--" * 2 + "-------" * 2)
    root = ET.fromstring(drawn(numbers))  # noqa: S314 - our own output
    groups = [one for one in root.iter(f"{SVG}g") if "mark-symbol" in one.get("class", "").split()]
    assert sum(len(one) for one in groups) == len(numbers.points) == 8


def test_the_limits_are_the_shares_of_the_baseline():
    numbers = data("-" * 84)
    assert [(one.week, one.on_track, one.behind) for one in numbers.steps] == [
        (4, pytest.approx(3.75), pytest.approx(4.5)),
        (8, pytest.approx(3.0), pytest.approx(3.75)),
        (12, pytest.approx(2.5), pytest.approx(3.5)),
    ]


@pytest.mark.parametrize(("weeks", "last"), [(1, 12), (12, 12), (13, 26), (26, 26), (27, 52), (53, 53)])
def test_the_axis_reaches_the_next_published_week(weeks, last):
    assert data("-" * 7 * weeks).last_week == last


def test_without_a_baseline_the_words_say_why_there_are_no_limits():
    numbers = data(baseline="-" * 28)
    assert numbers.steps == ()
    assert "No limits are shown: fewer than 4 headache days at baseline." in sentences(numbers)


def numbers_in(chart):
    """Every number of the person and of the limits that is given to the picture, as words would write it."""
    wanted = set()
    for name, rows in datasets(chart).items():
        if name not in {"start", "letters"}:
            wanted |= {shown(row[key]) for row in rows for key in ("y", "y2") if key in row}
        if name == "letters":
            wanted |= {shown(row["x"]) for row in rows}
    return wanted


@settings(deadline=None, max_examples=60)
@given(st.text("+-.", min_size=1, max_size=90), st.text("+-.", min_size=28, max_size=28))
def test_words_and_table_hold_every_number_of_the_chart(since, baseline):
    chart = data("-" + since, baseline=baseline, retests=(1,))
    in_words = set(re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?", " ".join(sentences(chart))))
    in_table = {cell for row in table(chart) for cell in row}
    assert numbers_in(chart) <= in_words
    assert numbers_in(chart) <= in_table


def test_each_row_of_the_table_is_complete():
    assert {len(row) for row in table(data(retests=(29,)))} == {len(HEADER)}


def test_the_words_of_one_course():
    said = sentences(data("+------" * 4 + ".......", retests=(29,)))
    assert "Baseline, the 28 days before treatment: 5 headache days per week." in said
    assert "The 28 days up to week 4: 1 headache days per week; on track, whatever the missing days were." in said
    assert "Week 5 of care: no day answered, so 0 to 7 headache days per week." in said
    assert (
        "Published limits for week 4: on track at or below 3.75 days per week (0.75 of baseline), "
        "behind above 4.5 (0.9)." in said
    )
    assert "Retest on 2024-02-06 (week 4.14)." in said


@pytest.mark.parametrize("colour", [OWN, LIMIT])
@pytest.mark.parametrize("surface", SURFACES)
def test_colours_are_seen_on_light_dark_and_paper(colour, surface):
    assert contrast(colour, surface) >= 3


def test_contrast_of_black_and_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_nothing_is_told_by_colour_alone():
    layers = {one["data"]["name"]: one["mark"] for one in template().to_dict()["layer"]}
    assert layers["on_track"]["color"] == layers["behind"]["color"]
    assert layers["on_track"].get("strokeDash") != layers["behind"]["strokeDash"]
    assert layers["full_weeks"]["type"] != layers["open_weeks"]["type"]
    assert {layers[one]["color"] for one in ("names", "letters")} == {"currentColor"}
