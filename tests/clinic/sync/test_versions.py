"""What stands of a day is a function of the set of its versions."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from clinic.sync.versions import Rows, Version, standing

START = datetime(2026, 1, 12, 8, tzinfo=UTC)
KEYS = [UUID(int=number) for number in range(1, 8)]
ANSWERS: list[Rows] = [
    [],
    [{"headache_today": False, "red_flag_today": []}],
    [{"headache_today": True, "intensity_nrs": 4, "red_flag_today": ["fever"]}],
    [{"headache_today": True, "headache": "A", "intensity_nrs": 4}],
    [{"headache_today": True, "headache": "B"}, {"headache_today": True, "headache": "A", "intensity_nrs": 4}],
]


@st.composite
def days(draw: st.DrawFn) -> list[Version]:
    """Any rows at all, those of a device that lies about what it knew among them."""
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, unique=True))
    return [
        Version(
            key,
            frozenset(draw(st.lists(st.sampled_from(KEYS), max_size=4))),
            draw(st.sampled_from(ANSWERS)),
            START + timedelta(hours=draw(st.integers(0, 3))),
        )
        for key in keys
    ]


@given(day=days(), order=st.randoms())
def test_the_order_makes_no_difference(day: list[Version], order: object) -> None:
    shuffled = list(day)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert standing(shuffled) == standing(day)


@given(day=days())
def test_somebody_always_has_the_last_word(day: list[Version]) -> None:
    heads = standing(day).heads
    assert heads
    known = {one.key: one for one in day}
    reached, ahead = set[UUID](), [one.key for one in heads]
    while ahead:
        key = ahead.pop()
        if key in known and key not in reached:
            reached.add(key)
            ahead += known[key].based_on
    assert reached == set(known)  # whatever does not stand was known to somebody whose word does


@given(day=days())
def test_what_is_agreed_is_said_by_all_and_no_warning_sign_is_lost(day: list[Version]) -> None:
    found = standing(day)
    signs = {sign for head in found.heads for row in head.says for sign in row.get("red_flag_today", ())}
    assert signs <= {sign for row in found.agreed for sign in row.get("red_flag_today", ())}
    for row in found.agreed:
        for name, value in row.items():
            if name != "red_flag_today":
                assert all(any(each.get(name) == value for each in head.says) for head in found.heads)


def test_a_version_that_names_itself_stands() -> None:
    only = Version(KEYS[0], frozenset(KEYS[:1]), ANSWERS[1], START)
    assert standing([only]).heads == (only,)
    assert not standing([only]).is_disputed
