"""What holds of every drawing: it can be read by everybody, on any page, and takes little room."""

import re
from itertools import combinations
from math import dist
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.teaching import EXERCISES, drawing
from concordant.teaching.drawing import SCENES
from concordant.teaching.drawing.figure import Side
from concordant.teaching.drawing.path import Point, arc, joint
from concordant.teaching.drawing.shape import ACCENT, HEIGHT, LINE, WIDTH, Mark, Outline, Tone
from concordant.teaching.exercises.deep_muscles import chin_nod

LARGEST = 8000
SVG = "{http://www.w3.org/2000/svg}"
NEAR_BLACK = "#121212"


def luminance(colour):
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def every(of):
    return pytest.mark.parametrize("exercise", of, ids=lambda one: one.id)


def test_every_exercise_has_its_drawing_and_every_drawing_its_exercise():
    assert set(SCENES) == {each.id for each in EXERCISES}


@every(EXERCISES)
def test_it_is_small(exercise):
    assert len(drawing(exercise).encode()) < LARGEST


@every(EXERCISES)
def test_it_has_a_title_and_a_description_and_no_words_inside(exercise):
    root = ElementTree.fromstring(drawing(exercise))  # noqa: S314 - written by this library
    assert root.get("role") == "img"
    named = {each.get("id"): each.text for each in root if each.tag in (f"{SVG}title", f"{SVG}desc")}
    assert list(named) == root.get("aria-labelledby").split()
    assert list(named.values()) == [exercise.name, exercise.seen]
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg", "title", "desc", "defs", "mask", "g", "path", "use",
    }  # fmt: skip


@every(EXERCISES)
def test_it_takes_the_colour_of_the_page_but_for_the_accent(exercise):
    root = ElementTree.fromstring(drawing(exercise))  # noqa: S314 - written by this library
    in_masks = {id(inner) for mask in root.iter(f"{SVG}mask") for inner in mask.iter()}
    ground = root.find(f"{SVG}defs")[0]
    assert ground.get("id").endswith("-w")
    for each in root.iter():
        if id(each) not in in_masks and each is not ground:
            for colour in (each.get("fill"), each.get("stroke")):
                assert colour in (None, "none", "currentColor", ACCENT)
            assert (each.get("class") == "accent") == (ACCENT in (each.get("fill"), each.get("stroke")))


@every(EXERCISES)
def test_nothing_is_fetched_and_every_pointer_has_its_end(exercise):
    text = drawing(exercise)
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', text)) <= set(ids)
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"<script|<style|\son\w+=|NaN|inf", text)


def test_two_drawings_of_one_page_share_no_id():
    ids = [set(re.findall(r' id="([^"]+)"', drawing(each))) for each in EXERCISES]
    assert all(not one & other for one, other in combinations(ids, 2))
    assert not ids[0] & set(re.findall(r' id="([^"]+)"', drawing(EXERCISES[0], prefix="again-")))


@every(EXERCISES)
def test_it_says_which_way_to_move(exercise):
    arrows = [each for each in SCENES[exercise.id]() if isinstance(each, Mark) and len(each.parts) == 2]
    assert arrows
    for each in arrows:
        assert all(part.tone is Tone.ACCENT for part in each.parts)
        assert each.box.left >= 0
        assert each.box.right <= WIDTH
        assert each.box.top >= 0
        assert each.box.bottom <= HEIGHT


@every(EXERCISES)
def test_every_line_of_the_body_has_one_weight(exercise):
    outlines = [each for each in SCENES[exercise.id]() if isinstance(each, Outline)]
    assert outlines
    for each in outlines:
        assert all(part.width == 0 or part.width > 2 * LINE for part in each.parts)


@pytest.mark.parametrize("page", ["#ffffff", NEAR_BLACK])
def test_the_accent_can_be_seen_on_a_light_and_on_a_dark_page(page):
    assert contrast(ACCENT, page) >= 3


def test_a_drawing_is_the_same_each_time():
    assert drawing(chin_nod) == drawing(chin_nod)


places = st.builds(Point, st.floats(-300, 300), st.floats(-300, 300))
lengths = st.floats(5, 100)


@given(places, places, lengths, lengths, st.sampled_from((-1, 1)))
def test_a_limb_keeps_its_lengths(root, end, upper, lower, bend):
    away = dist(root, end)
    elbow = joint(root, end, upper, lower, bend=bend) if away > 0.01 else None
    if elbow is None:
        return
    assert dist(root, elbow) == pytest.approx(upper, abs=1e-6)
    if abs(upper - lower) <= away <= upper + lower:
        assert dist(elbow, end) == pytest.approx(lower, abs=1e-4)


@given(st.floats(20, 60))
def test_a_hand_is_where_it_was_put(reach):
    body = Side(200, Point(100, 150))
    hand = body.shoulder.to(reach, 20)
    arm = body.reaching(hand, bend=1).near_arm
    assert arm is not None
    end = body.shoulder.to(32, arm[0]).to(32, arm[1])
    assert dist(end, hand) < 1e-3


@given(places, st.floats(1, 100), st.floats(-180, 180), st.floats(-180, 180))
def test_an_arc_keeps_its_distance(centre, radius, start, end):
    (_, (at,)), *curves = arc(centre, radius, start, end).steps
    assert at == pytest.approx(centre.to(radius, start))
    for _, (one, other, last) in curves:
        middle = Point(*((a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(at, one, other, last, strict=True)))
        assert dist(centre, middle) == pytest.approx(radius, rel=1e-5)
        assert dist(centre, last) == pytest.approx(radius)
        at = last
    assert at == pytest.approx(centre.to(radius, end))
