"""Every problem of a case file is named by its line, its path, the value, and what is allowed."""

import pytest

from tests.record.files import VALID, problems, spoiled

SEGMENTS = "C0-C1, C1-C2, C2-C3, C3-C4"
DISCIPLINES = (
    "physiotherapist, rmt, kinesiologist, chiropractor, acupuncturist, counsellor, psychologist, physician, other"
)

# what is changed: (found in the file, put in its place, the message)
MISTAKES = {
    "wrong unit": (
        "unit: deg",
        "unit: rad",
        "line 17, visits[0].findings[0].unit: 'rad' is not the unit of frt_rotation_deg; allowed: deg",
    ),
    "wrong side": (
        "side: right, value: 22",
        "side: middle, value: 22",
        "line 17, visits[0].findings[0].side: 'middle' is not allowed; allowed: one of left, right",
    ),
    "missing side": (
        "side: right, value: 22",
        "value: 22",
        "line 17, visits[0].findings[0].side: is missing; frt_rotation_deg is given for each side: left, right",
    ),
    "sides in the short form": (
        "systolic_bp_mmhg: 124",
        "frt_rotation_deg: 20",
        "line 15, visits[0].facts.frt_rotation_deg: frt_rotation_deg is given for each side: "
        "write it under findings with side",
    ),
    "missing segment": (
        "segment: C1-C2, ",
        "",
        "line 18, visits[0].findings[1].segment: is missing; "
        f"palpation_familiar_headache is given for each of {SEGMENTS}",
    ),
    "headache of a finding that has none": (
        "unit: deg",
        "headache: A",
        "line 17, visits[0].findings[0].headache: frt_rotation_deg does not belong to one headache",
    ),
    "unknown fact": (
        "preexisting_headache: false",
        "preexisting_headach: false",
        "line 5, facts.preexisting_headach: no fact has this name; "
        "did you mean preexisting_headache or exertional_headache_new?",
    ),
    "fact of a headache among those of the person": (
        "preexisting_headache: false",
        "laterality: bilateral",
        "line 5, facts.laterality: laterality is a fact of the headache: write it under headaches[].facts",
    ),
    "fact of a visit among those of a headache": (
        "{laterality: right_always,",
        "{systolic_bp_mmhg: 120,",
        "line 12, headaches[0].facts.systolic_bp_mmhg: systolic_bp_mmhg is a fact of the visit: "
        "write it under visits[].facts or visits[].findings",
    ),
    "out of range": (
        "systolic_bp_mmhg: 124",
        "systolic_bp_mmhg: 1240",
        "line 15, visits[0].facts.systolic_bp_mmhg: 1240 is not allowed; allowed: a number from 60 to 280",
    ),
    "not a number": (
        "systolic_bp_mmhg: 124",
        "systolic_bp_mmhg: .nan",
        "line 15, visits[0].facts.systolic_bp_mmhg: nan is not allowed; allowed: a number from 60 to 280",
    ),
    "wrong word": (
        "right_always",
        "right",
        "line 12, headaches[0].facts.laterality: 'right' is not allowed; "
        "allowed: one of left_always, right_always, one_sided_alternating, bilateral, unknown",
    ),
    "the bare word yes is a string": (
        "whiplash_occurred: true",
        "whiplash_occurred: yes",
        "line 9, injuries[0].facts.whiplash_occurred: 'yes' is not allowed; allowed: true or false",
    ),
    "the bare word on is a string": (
        "whiplash_occurred: true",
        "whiplash_occurred: on",
        "line 9, injuries[0].facts.whiplash_occurred: 'on' is not allowed; allowed: true or false",
    ),
    "wrong date": (
        "visits:\n  - date: 2024-01-12",
        "visits:\n  - date: 12.01.2024",
        "line 14, visits[0].date: '12.01.2024' is not allowed; allowed: a date as YYYY-MM-DD, from 1880 on",
    ),
    "two rows for one day": (
        "2024-01-13, headache_today: false",
        "2024-01-12, headache: A, intensity_nrs: 3",
        "line 23, diary[1]: a second row for 2024-01-12 for headache A; the first is on line 22",
    ),
    "no headache, and a pain of 5": (
        "headache_today: false",
        "headache_today: false, intensity_nrs: 5",
        "line 23, diary[1]: headache_today is false, yet intensity_nrs is 5",
    ),
    "a headache, and no pain": (
        "headache_today: false",
        "headache_today: true, intensity_nrs: 0",
        "line 23, diary[1]: headache_today is true, yet intensity_nrs is 0 (no headache)",
    ),
    "a headache that does not exist": (
        "headache: A, intensity_nrs",
        "headache: B, intensity_nrs",
        "line 22, diary[0].headache: 'B' is no headache of this file; there are: A",
    ),
    "wrong time of entry": (
        "headache_today: false",
        "headache_today: false, recorded: yesterday",
        "line 23, diary[1].recorded: 'yesterday' is not allowed; allowed: YYYY-MM-DDTHH:MM",
    ),
    "two values of one date": (
        "preexisting_headache: false",
        "preexisting_headache: [{date: 2024-01-09, value: false}, {date: 2024-01-09, value: true}]",
        "line 5, facts.preexisting_headache: two values have the same date; a later entry replaces an earlier one",
    ),
    "wrong discipline": (
        "discipline: physiotherapist",
        "discipline: wizard",
        f"line 25, treatments[0].discipline: 'wizard' is not allowed; allowed: one of {DISCIPLINES}",
    ),
    "wrong version": (
        "concordant: 1",
        "concordant: 2",
        "line 1, concordant: 2 is not a version that can be read; allowed: 1",
    ),
    "birth and age": (
        "born: 1980-04-02",
        "born: 1980-04-02, age_years: 43",
        "line 2, person: give born or age_years, not both",
    ),
    "no id": ("id: p1, ", "", "line 2, person.id: is missing"),
    "one id twice": ("  - id: A\n", "  - id: A\n  - id: A\n", "line 12, headaches[1].id: 'A' stands twice"),
}


def test_the_valid_file_is_read():
    assert problems(VALID) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_it_is_named(mistake):
    old, new, message = MISTAKES[mistake]
    assert problems(spoiled(old, new)) == [message]


def test_an_unknown_key_is_named_on_its_own_line():
    assert problems(spoiled("diary:", "diery:")) == ["line 21, diery: unknown key; did you mean diary?"]


def test_an_unknown_measure_is_answered_with_the_nearest():
    (message,) = problems(spoiled("measure: ndi", "measure: nid"))
    assert message.startswith("line 20, outcomes[0].measure: no measure has the name 'nid'; did you mean ")


def test_every_problem_is_named_at_once():
    text = spoiled("whiplash_occurred: true", "whiplash_occurred: 1").replace("right_always", "right")
    assert [message.split(":")[0] for message in problems(text)] == [
        "line 12, headaches[0].facts.laterality",
        "line 9, injuries[0].facts.whiplash_occurred",
    ]


def test_no_more_than_fifty_problems():
    many = "".join(f"  no_fact_{number}: 1\n" for number in range(80))
    found = problems(spoiled("  preexisting_headache: false\n", many))
    assert (len(found), found[-1]) == (51, "and more; these first")


def test_a_long_value_is_cut():
    (message,) = problems(spoiled("right_always", "right" * 100))
    assert len(message) < 220
