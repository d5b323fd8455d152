"""What would help: each single change is applied by hand, and the visit then breaks no rule in the place told."""

import copy
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.booking import Placed, broken_by, broken_rules, desk_calendar, explained, help_said, helps_of
from tests.booking.files import read
from tests.booking.made import made
from tests.booking.tiny import at, booking, clinician, cover, pair, person, solve, visit

MONDAY = visit("p1", latest="2026-03-02")
FULL_DAY = [booking(f"B{hour}", start=f"{hour:02d}:00") for hour in (9, 10, 11, 12)]


def helps(one, visit="p1", *placed):
    return {help["relax"]: help for help in helps_of(one, placed, one.visits[visit])}


def test_a_day_later_or_overtime_where_the_day_is_full():
    found = helps(solve([person(visits=[MONDAY])], bookings=FULL_DAY))
    assert set(found) == {"window", "overtime"}
    assert (found["window"]["side"], found["window"]["days"]) == ("after", 1)
    assert found["overtime"]["add"] == ["08:00", "09:00"]
    assert found["overtime"]["place"]["start"] == "08:00"
    assert all(help["gain"] == 1 for help in found.values())


def test_another_hour_of_availability_is_the_shortest_that_helps():
    busy = FULL_DAY[:2]
    one = solve([person(visits=[MONDAY], available=[[0, "08:00", "11:30"]])], bookings=busy)
    assert helps(one)["availability"]["add"] == [0, "11:30", "12:00"]


def test_another_clinician_or_room():
    team = [clinician("P", "physio"), clinician("Q", "physio")]
    one = solve([person(visits=[MONDAY], clinicians={"physio": ["P"]})], clinicians=team, bookings=FULL_DAY)
    assert "clinician" not in helps(one)  # The one room is taken, too.
    rooms = [{"id": "red", "for": ["physio"]}, {"id": "pink", "for": ["physio"]}]
    one = solve(
        [person(visits=[MONDAY], clinicians={"physio": ["P"]})], clinicians=team, bookings=FULL_DAY, rooms=rooms
    )
    assert helps(one)["clinician"]["add"] == "Q"
    one = solve([person(visits=[MONDAY])], clinicians=team, bookings=FULL_DAY)
    assert helps(one)["room"]["place"]["clinician"] == "Q"


def test_a_pair_that_may_stand_apart():
    one = solve([person(visits=[visit("p1"), visit("m1", "rmt")], pairs=[pair(rule="must")])])
    assert set(helps(one, "m1", at("p1", "09:00"))) == {"pair", "overtime"}


def test_one_visit_more_that_is_paid_for():
    one = solve([person(visits=[visit("p1"), visit("p2")], cover=[cover(count=1)])])
    assert helps(one, "p2", at("p1", "09:00"))["cover"]["visits"] == 1
    late = solve([person(visits=[visit("p1", earliest="2026-03-05")], cover=[cover(last="2026-03-04")])])
    assert helps(late)["cover"]["ask"] == "treatment_plan"
    assert helps(late)["window"]["days"] == 1


def test_moving_somebody_who_can_go_elsewhere():
    early = person("Early", [visit("e1")])
    ann = person("Ann", [MONDAY], available=[[0, "09:00", "10:00"]])
    one = solve([early, ann])
    found = helps(one, "p1", at("e1", "09:00"))["move"]
    assert (found["visit"], found["person"], found["place"]["start"]) == ("e1", "Early", "09:00")
    placed = [
        Placed(row["visit"], row["clinician"], row["room"], date.fromisoformat(row["date"]), int(row["start"][:2]) * 60)
        for row in (found["to"], found["place"])
    ]
    assert broken_rules(one, placed) == ()


def test_an_urgent_visit_is_not_moved_for_one_that_is_not():
    urgent = person("Early", [visit("e1", kind="initial", urgent_by="2026-03-02")])
    ann = person("Ann", [MONDAY], available=[[0, "09:00", "10:00"]])
    assert "move" not in helps(solve([urgent, ann]), "p1", at("e1", "09:00"))


def test_what_is_not_yet_possible_at_all_gets_no_help():
    one = solve([person(visits=[visit("p1", kind="initial", needs=["needling"]), visit("p2")])])
    assert helps(one, "p2") == {}
    assert helps(one, "p1") == {}


def eased(values, visit, help):
    """The file with the one change made by hand."""
    values = copy.deepcopy(values)
    owner = next(person for person in values["people"] if any(each["id"] == visit for each in person["visits"]))
    mine = next(each for each in owner["visits"] if each["id"] == visit)
    match help["relax"]:
        case "window":
            key, sign = ("earliest", -1) if help["side"] == "before" else ("latest", 1)
            mine[key] = str(date.fromisoformat(mine[key]) + sign * timedelta(days=help["days"]))
        case "availability":
            owner["available"].append(help["add"])
        case "clinician":
            owner["clinicians"][mine["discipline"]].append(help["add"])
        case "pair":
            for each in owner["pairs"]:
                each["rule"] = "prefer" if each["rmt"] == visit else each["rule"]
        case "cover" if "ask" in help:
            owner["cover"].append(
                {"discipline": mine["discipline"], "first": help["first"], "last": help["last"], "count": 1}
            )
        case "cover":
            for each in owner["cover"]:
                same = (each["discipline"], each["first"]) == (mine["discipline"], help["first"])
                each["count"] += same
        case "daily_limit":
            for each in values["clinicians"]:
                each["max_minutes_per_day"] += help["minutes"] if each["id"] == help["clinician"] else 0
        case "overtime":
            start, end = help["add"]
            shifts = next(each["shifts"] for each in values["clinicians"] if each["id"] == help["clinician"])
            touching = [one for one in shifts if one[0] == help["date"] and start <= one[2] and one[1] <= end]
            shifts[:] = [one for one in shifts if one not in touching]
            first, last = min([start, *(one[1] for one in touching)]), max([end, *(one[2] for one in touching)])
            shifts.append([help["date"], first, last])
        case _:
            return None
    return values


@settings(max_examples=40)
@given(st.integers(0, 10**6))
def test_every_help_really_helps(seed):
    values = made(seed)
    one = read(values)
    placed = desk_calendar(one)
    for unplaced in explained(one, placed)[:6]:
        for help in helps_of(one, placed, one.visits[unplaced.visit]):
            assert help_said(help, one)
            changed = eased(values, unplaced.visit, help)
            row = help["place"]
            hour, minute = row["start"].split(":")
            day = date.fromisoformat(row["date"])
            if changed is not None:
                place = Placed(unplaced.visit, row["clinician"], row["room"], day, int(hour) * 60 + int(minute))
                assert broken_by(read(changed), placed, place) == ()
