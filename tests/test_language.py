"""The seam through which another language comes in."""

from collections.abc import Iterator

import pytest

from concordant.language import ENGLISH, Translator, figure, said, said_of, sentence, speak, speaking

WORDS = {
    "It hurts {times} of {most}.": "Douleur : {times} sur {most}.",
    "{number} set": "{number} série",
    "{number} sets": "{number} séries",
}


@pytest.fixture
def french() -> Iterator[None]:
    def counted(one: str, many: str, number: int) -> str:
        return WORDS[one if number < 2 else many]

    before = speak(Translator(lambda text: WORDS.get(text, text), counted, lambda: ","))
    yield
    speak(before)


@pytest.fixture
def english() -> Iterator[None]:
    before = speak(ENGLISH)
    yield
    speak(before)


@pytest.mark.usefixtures("english")
def test_by_itself_it_speaks_english() -> None:
    assert said("It hurts {times} of {most}.", times=3, most=10) == "It hurts 3 of 10."
    assert said_of("{number} set", "{number} sets", 1) == "1 set"
    assert said_of("{number} set", "{number} sets", 0) == "0 sets"
    assert said_of("{number} set", "{number} sets", 1.5) == "1.5 sets"
    assert figure("7.5") == "7.5"
    assert said("") == ""


@pytest.mark.usefixtures("french")
def test_a_sentence_is_translated_whole_and_then_filled() -> None:
    assert said("It hurts {times} of {most}.", times=3, most=10) == "Douleur : 3 sur 10."
    assert said_of("{number} set", "{number} sets", 1) == "1 série"
    assert said_of("{number} set", "{number} sets", 1.5) == "1,5 séries"
    assert said("Nobody translated {this}.", this="it") == "Nobody translated it."
    assert said("") == ""


@pytest.mark.usefixtures("french")
def test_what_is_kept_is_english_and_said_later() -> None:
    kept = sentence("It hurts {times} of {most}.", times=3, most=10)
    assert kept.in_english == "It hurts 3 of 10."
    assert kept.said == "Douleur : 3 sur 10."
    assert kept == sentence("It hurts {times} of {most}.", times=3, most=10)


@pytest.mark.usefixtures("french")
def test_who_wants_another_language_than_that_of_the_moment_says_so() -> None:
    assert speaking().figure("7.5") == "7,5"
    assert ENGLISH.figure("7.5") == "7.5"
    assert ENGLISH.said("It hurts {times} of {most}.", times=3, most=10) == "It hurts 3 of 10."
    assert ENGLISH.said("") == speaking().said("") == ""
