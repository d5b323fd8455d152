"""One measure at every visit, and its picture: the band of error, the cut-off, every number in words as well."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.assessment import assess
from concordant.progress.every_visit import every_visit
from concordant.progress.small_chart import CHART, LINE, description, small_chart
from concordant.record.read import read_plain
from tests.people import FIRST_VISIT
from tests.progress.courses import AFTER_8, BEFORE_16, HOW, course, day, evenly, filled, rotated

SVG = "{http://www.w3.org/2000/svg}"


def shown(case, measure, side=None):
    """The row of a measure over all visits, as of the day of the retest."""
    found = assess(read_plain(case), day(case))
    row = next(one for one in found.changes if (one.measure, one.side) == (measure, side))
    return every_visit(found.record, row)


def turned(first, *later, born="1984-03-01", **how):
    """Flexion-rotation to the right at the first visit and at later ones, a week apart, the last of them the retest."""
    case = rotated(course(), 0, "right", first, **how)
    case["person"] = {"id": "x", **({"born": born} if born else {})}
    retest = case["visits"].pop()
    for number, _ in enumerate(later[:-1], start=1):
        on = FIRST_VISIT + timedelta(days=7 * number)
        case["visits"].append({"date": on.isoformat(), "facts": {}, "findings": []})
    case["visits"].append(retest)
    for number, degrees in enumerate(later, start=1):
        rotated(case, number, "right", degrees, **how)
    return shown(case, "frt_rotation_deg", "right")


def drawn(found, **how):
    return ET.fromstring(small_chart(found, name="m1", **how))  # noqa: S314 - our own output


def test_every_visit_is_there_in_order():
    found = turned(22, 26, 30, 36)
    assert [(one.on, one.value) for one in found.taken] == [
        (FIRST_VISIT, 22),
        (date(2024, 1, 15), 26),
        (date(2024, 1, 22), 30),
        (date(2024, 2, 5), 36),
    ]


def test_the_band_is_the_error_of_the_verdict_and_the_cut_off_that_of_the_age():
    found = turned(22, 36)
    assert (found.error, found.cut_off) == (found.row.threshold, 32) == (7, 32)
    assert "Shaded, between 15° and 29°: may be measurement error. Dashed line: cut-off 32°." in description(found)


@pytest.mark.parametrize(("born", "cut_off"), [("1964-02-06", 32), ("1964-02-05", 31), ("1954-02-05", 30), ("", None)])
def test_the_cut_off_follows_age_and_is_left_out_where_it_is_not_known(born, cut_off):
    assert turned(22, 36, born=born).cut_off == cut_off


def test_what_was_measured_in_another_way_is_left_out():
    case = rotated(rotated(course(), 0, "right", 22), 1, "right", 36)
    other = {"fact": "frt_rotation_deg", "side": "right", "value": 50, **HOW, "instrument": "crom"}
    case["visits"].insert(1, {"date": "2024-01-20", "facts": {}, "findings": [other]})
    assert [one.value for one in shown(case, "frt_rotation_deg", "right").taken] == [22, 36]


def test_where_the_rater_is_not_known_no_band_is_drawn():
    found = turned(22, 30, rater="")
    assert found.row.verdict == "unknown"
    assert found.error is None
    assert "Shaded" not in description(found)


@pytest.mark.parametrize(("first", "latest"), [(18, 13), (18, 12), (18, 23), (18, 24)])
def test_the_band_of_a_questionnaire_holds_what_is_within_error(first, latest):
    found = shown(filled(course(), "ndi", first, latest), "ndi")
    assert found.error is not None
    assert (abs(latest - first) < found.error) is (found.row.verdict == "within_error")


def taken_twice(fact, first, latest, side=None, **how):
    case = course()
    for visit, value in zip(case["visits"], (first, latest), strict=True):
        one = {"fact": fact, "value": value, "rater": "KL", "headache_phase": "none", **how}
        visit["findings"].append({**one, "side": side} if side else one)
    return shown(case, fact, side)


def test_a_threshold_in_percent_becomes_a_band_in_units():
    found = taken_twice(
        "strength_flexion_newton", 50, 60, instrument="hand_held_dynamometer", position="sitting"
    )  # fmt: skip
    assert found.error == found.row.threshold == 10  # 20 % of 50 N
    assert (abs(60 - 50) < found.error) is (found.row.verdict == "within_error")


def test_a_sign_is_there_or_not():
    name = "trigger_point_suboccipital_familiar_headache"
    found = taken_twice(name, True, False, "right", instrument="hands", position="supine")
    assert found.is_sign
    assert (found.error, found.cut_off) == (None, None)
    assert description(found) == "8 Jan 2024: yes. 5 Feb 2024: no."
    assert [one.text for one in drawn(found).findall(f"{SVG}text")] == ["yes", "no"]


def test_headache_days_have_bounds_and_start_at_none():
    found = shown(course(evenly(14, 25), evenly(6, 24)), "any_headache_days_per_28d")
    assert [(one.value, one.low, one.high) for one in found.taken] == [
        (pytest.approx(15.68), 14, 17),
        (7, 6, 10),
    ]
    assert "(14 days in 28 to 17 days in 28 by missing days)" in description(found)
    assert found.error is None


def test_windows_between_are_those_before_a_visit_at_which_something_was_found():
    case = course(BEFORE_16, AFTER_8 + AFTER_8)
    case["visits"].insert(1, {"date": (FIRST_VISIT + timedelta(days=28)).isoformat(), "facts": {"groc_score": 2}})
    case["visits"][-1]["facts"]["groc_score"] = 2
    found = shown(case, "any_headache_days_per_28d")
    assert [(one.on, one.value) for one in found.taken] == [
        (FIRST_VISIT - timedelta(days=1), 16),
        (FIRST_VISIT + timedelta(days=27), 8),
        (FIRST_VISIT + timedelta(days=55), 8),
    ]


def test_a_form_that_cannot_be_compared_is_left_out():
    case = filled(course(), "ndi", 18, 12)
    case["outcomes"].insert(1, {"date": "2024-01-20", "measure": "ndi", "value": 15})
    assert [one.value for one in shown(case, "ndi").taken] == [18, 15, 12]


def test_one_value_makes_no_picture():
    found = turned(22, 36)
    alone = type(found)(found.row, found.taken[:1], found.error, found.cut_off)
    assert small_chart(alone, name="m1") == ""


@pytest.mark.parametrize("name", ["", "A", "two words", 'x"y'])
def test_a_name_that_is_no_id_is_refused(name):
    with pytest.raises(ValueError, match="cannot be part of an id"):
        small_chart(turned(22, 36), name=name)


def test_it_stands_alone():
    root = drawn(turned(22, 26, 36))
    assert root.get("role") == "img"
    assert [root.find(f"{SVG}{one}").get("id") for one in ("title", "desc")] == root.get("aria-labelledby").split()
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "title", "desc", "rect", "path", "polyline", "circle", "text",
    }  # fmt: skip
    assert not any(re.search(r"url\(|var\(|^on|style|class|href", f"{name} {value}")
                   for one in root.iter() for name, value in one.attrib.items())  # fmt: skip


def test_nothing_is_told_by_colour_alone():
    root = drawn(turned(22, 26, 36))
    assert len(root.findall(f"{SVG}circle")) == 2
    assert {one.get("r") for one in root.findall(f"{SVG}circle")} == {"2.5", "4"}
    assert [one.text for one in root.findall(f"{SVG}text")] == ["22°", "36°"]
    assert [one for one in root.findall(f"{SVG}path") if one.get("stroke-dasharray")]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 60), min_size=2, max_size=4))
def test_everything_lies_inside_and_stands_in_words(degrees):
    found = turned(*degrees)
    root = drawn(found)
    for one in root.findall(f"{SVG}circle"):
        assert 0 <= float(one.get("cx")) <= CHART.width
        assert 0 <= float(one.get("cy")) <= CHART.height
    for one in root.findall(f"{SVG}text"):
        assert 8 <= float(one.get("y")) <= CHART.height
    said = description(found)
    assert all(f": {value}°" in said for value in degrees)
    assert small_chart(found, name="m1") == small_chart(turned(*degrees), name="m1")


def test_a_line_has_no_numbers_and_no_cut_off():
    found = turned(22, 26, 36)
    root = drawn(found, frame=LINE)
    assert (root.get("width"), root.get("height")) == ("120", "36")
    assert root.findall(f"{SVG}text") == []
    assert [one for one in root.findall(f"{SVG}path") if one.get("stroke-dasharray")] == []
    assert root.find(f"{SVG}rect") is not None
    assert "Shaded, between 15° and 29°" in description(found, LINE)
    assert "cut-off" not in description(found, LINE)


def test_a_line_keeps_its_first_point_and_stays_inside():
    found = turned(22, 36)
    days = [(FIRST_VISIT + timedelta(days=number), float(number % 90)) for number in range(200)]
    many = tuple(replace(found.taken[0], on=on, value=value, low=value, high=value) for on, value in days)
    root = drawn(replace(found, taken=many), frame=LINE)
    (line,) = root.findall(f"{SVG}polyline")
    points = [[float(one) for one in point.split(",")] for point in line.get("points").split()]
    assert len(points) == LINE.most
    assert points[0][0] == LINE.left
    assert points[-1][0] == LINE.width - LINE.left
    assert all(0 <= x <= LINE.width and 0 <= y <= LINE.height for x, y in points)


def test_a_line_without_change_lies_in_the_middle():
    found = replace(turned(22, 22), error=None, cut_off=None)
    (line,) = drawn(found, frame=LINE).findall(f"{SVG}polyline")
    assert {point.split(",")[1] for point in line.get("points").split()} == {f"{LINE.height / 2:g}"}


def test_other_words_are_escaped():
    root = drawn(turned(22, 36), words=("<b>How far</b>", "22 & 36"))
    assert [root.find(f"{SVG}{one}").text for one in ("title", "desc")] == ["<b>How far</b>", "22 & 36"]
