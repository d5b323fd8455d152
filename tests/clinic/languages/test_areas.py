"""Areas of translations beside each other."""

from collections import defaultdict

from tests.clinic.languages.catalogs import areas, french


def test_areas_that_have_the_same_sentence_say_it_in_the_same_way() -> None:
    """Only one of them is ever shown; the other would be changed in vain."""
    told: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for area in areas():
        for english, message in french(area).items():
            told[english].setdefault(str(message.string), []).append(area)
    assert {english: ways for english, ways in told.items() if len(ways) > 1} == {}
