"""What a forest plot shows and says, and that the picture shows the same."""

import math
from xml.etree import ElementTree

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from concordant.evidence.forest import Forest, ForestRow, Summary, description, number, svg
from concordant.evidence.forest.chart import DIAMOND, LONGEST_NAME, NAMED, data, height, parameters, template

ROWS = (
    ForestRow("First 2002", -1.2, -2.0, -0.4, 30),
    ForestRow("Second 2018", -0.83, -1.39, -0.26, 60),
    ForestRow("Third 2020", 0.2, -1.2, 1.6, 10),
)
POOLED = Summary("Random effects, REML", -0.9, -1.4, -0.4, (-2.0, 0.3))
PLOT = Forest(ROWS, (POOLED,), "headache days a week, difference", "favours manual therapy", "favours sham")
SVG = "{http://www.w3.org/2000/svg}"


def parsed(picture):
    return ElementTree.fromstring(picture)  # noqa: S314 - it is our own


def texts(picture):
    return ["".join(one.itertext()) for one in parsed(picture).iter(f"{SVG}text")]


def test_every_number_stands_in_the_picture():
    said = texts(svg(PLOT, name="one", title="Manual therapy against sham"))
    for words in ("First 2002", "−1.20 (−2.00 to −0.40)", "−0.90 (−1.40 to −0.40)", "A further trial is expected",
                  "headache days a week, difference", "← favours manual therapy", "favours sham →"):  # fmt: skip
        assert words in said, words
    assert {"−2", "−1", "0", "1"} <= set(said)


def test_the_picture_stands_alone_and_says_what_it_shows():
    root = parsed(svg(PLOT, name="one", title="A & B"))
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "one-title one-desc")
    assert root.findtext(f"{SVG}title") == "A & B"
    assert root.findtext(f"{SVG}desc") == (
        "3 trials, headache days a week, difference. No effect is at 0.00. Left of it favours manual therapy, right of "
        "it favours sham. First 2002: −1.20 (−2.00 to −0.40). Second 2018: −0.83 (−1.39 to −0.26). Third 2020: 0.20 "
        "(−1.20 to 1.60). Random effects, REML: −0.90 (−1.40 to −0.40). A further trial is expected between −2.00 and "
        "0.30."
    )
    assert "http" not in "".join(root.itertext())
    assert not [one for one in root.iter() if any(name.endswith("href") for name in one.attrib)]


def test_the_declaration_is_vega_lite_and_names_its_data_and_parameters():
    declared = template(ratio=False).to_dict(validate=True)
    assert {one["data"]["name"] for one in declared["layer"]} == set(NAMED) == data(PLOT).keys()
    assert {one["name"] for one in declared["params"]} == parameters(PLOT).keys()


def test_the_picture_of_compiled_parts_is_that_of_the_whole_declaration():
    whole = template(ratio=False).to_dict() | {"datasets": data(PLOT), "height": height(PLOT)}
    whole["params"] = [{"name": name, "value": value} for name, value in parameters(PLOT).items()]
    fresh = vl_convert.vega_to_svg(vl_convert.vegalite_to_vega(whole), allowed_base_urls=[])
    drawn = svg(PLOT, name="one", title="")
    assert sorted(texts(fresh)) == sorted(texts(drawn))
    paths = [[one.get("d") for one in parsed(each).iter(f"{SVG}path")] for each in (fresh, drawn)]
    assert paths[0] == paths[1]


def test_ratios_stand_as_ratios_and_half_is_as_far_from_one_as_double():
    rows = (ForestRow("Only 2009", math.log(2), math.log(0.5), math.log(8)),)
    plot = Forest(rows, (), "risk ratio of responders", ratio=True)
    said = texts(svg(plot, name="ratio", title=""))
    assert "2.00 (0.50 to 8.00)" in said
    assert {"0.5", "1", "2", "4", "8"} <= set(said)
    assert description(plot).startswith("One trial, risk ratio of responders. No effect is at 1.00.")


def test_squares_are_as_large_as_their_weights():
    areas = [one["area"] for one in data(PLOT)["trials"]]
    assert areas[1] == max(areas)
    assert areas[0] > areas[2]


@pytest.mark.parametrize(("value", "shown"), [(-0.93, "−0.93"), (-0.001, "0.00"), (0, "0.00"), (1.005, "1.00")])
def test_numbers(value, shown):
    assert number(value, ratio=False) == shown


@pytest.mark.parametrize(("low", "high"), [(-2, -1), (1, 2), (math.nan, 1), (-math.inf, 1)])
def test_an_interval_without_its_estimate_is_refused(low, high):
    with pytest.raises(ValueError, match=r"First: 0 does not lie"):
        ForestRow("First", 0, low, high)


def test_nothing_is_no_plot():
    with pytest.raises(ValueError, match="at least one trial"):
        Forest((), (POOLED,), "days")


ends = st.floats(-1e4, 1e4).map(lambda one: round(one, 3))


@given(st.lists(st.tuples(ends, ends, ends).map(sorted), min_size=1, max_size=12), st.booleans())
def test_everything_lies_on_the_axis(intervals, ratio):
    scale = 1000 if ratio else 1
    rows = tuple(
        ForestRow(str(place), middle / scale, low / scale, high / scale)
        for place, (low, middle, high) in enumerate(intervals)
    )
    plot = Forest(
        rows, (Summary("all", *(each / scale for each in (intervals[0][1], *intervals[0][::2]))),), "days", ratio=ratio
    )
    axis = parameters(plot)
    drawn = data(plot)
    numbers = [one[end] for one in drawn["trials"] for end in ("low", "x", "high")] + [0]
    assert axis["first"] < min(numbers) <= max(numbers) < axis["last"]
    assert 1 <= len(axis["ticks"]) <= 8 or ratio
    assert all(axis["first"] <= tick <= axis["last"] for tick in axis["ticks"])
    places = [one["y"] for one in drawn["names"]]
    assert places == sorted(set(places))
    assert max(one["y"] for one in drawn["diamonds"]) <= places[-1] + DIAMOND < axis["rows"]


@pytest.mark.parametrize("name", ["\x00", "a\x1b[31mb", "￾\x08", "\ud800", "<&>\n\t\x7f", "\U0001f600\U0001fffe"])
def test_a_name_with_what_no_picture_can_hold_is_drawn_without_it(name):
    """The drawing library ends the whole process over a control character: it must never come so far."""
    plot = Forest((ForestRow(name, -1.0, -2.0, 0.0),), (), name, name, name)
    root = parsed(svg(plot, name="one", title=name))
    assert not {"\x00", "\x1b", "\x08"} & set("".join(root.itertext()))


def test_a_long_name_ends_before_the_plot_begins():
    plot = Forest((ForestRow("x" * 1000, -1.0, -2.0, 0.0),), (), "points")
    said = texts(svg(plot, name="one", title="Long"))
    assert f"{'x' * (LONGEST_NAME - 1)}…" in said
    assert "x" * 1000 in description(plot)
