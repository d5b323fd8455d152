"""One paragraph for the person: plain words at reading grade 7, never certain where it is not, never frightening."""

from __future__ import annotations

from concordant.diagnosis.assess import DiagnosisReading, Status
from concordant.diagnosis.explaining.plain_words import PLAIN, PlainWords
from concordant.facts import DICTIONARY, Supplier

FITS = {
    Status.DEFINITE: "What we know so far fits {name}.",
    Status.PROVISIONAL: "Some of what we know fits {name}, but it is not sure yet.",
    Status.UNDETERMINED: "We do not know yet if this is {name}.",
    Status.EXCLUDED: "What we know now does not fit {name}.",
}
NEXT = {
    Status.DEFINITE: "Next, talk about what can help.",
    Status.PROVISIONAL: "Next, we look again and see if it still fits.",
    Status.EXCLUDED: "If things change, we look at it again.",
}
YOU_CAN_TELL = "We still need to ask you {count}."
TEST_AT_A_VISIT = "A few more checks at a visit can help."
WHO_DECIDES = "Your clinician makes the call with you."
_COUNT = {1: "one thing", 2: "two things", 3: "three things"}


def plain_words(code: str) -> PlainWords:
    """The plain words of a diagnosis. Raises KeyError with what to do where a new one has none."""
    if code not in PLAIN:
        raise KeyError(f"{code} has no plain words; give it some in diagnosis/explaining/plain_words.py")
    return PLAIN[code]


def for_patient(reading: DiagnosisReading) -> str:
    """What it is, how sure it is, what comes next, and who decides."""
    words = plain_words(reading.diagnosis.code)
    sentences = [FITS[reading.status].format(name=words.name), words.what]
    sentences.append(NEXT.get(reading.status) or _asked(reading.missing))
    if words.careful and reading.status is not Status.EXCLUDED:
        sentences.append(words.careful)
    return " ".join([*sentences, WHO_DECIDES])


def _asked(missing: tuple[str, ...]) -> str:
    facts = [DICTIONARY[name.partition("[")[0]] for name in missing]
    yours = sum(fact.supplied_by in (Supplier.PATIENT, Supplier.DIARY) for fact in facts)
    if not yours:
        return TEST_AT_A_VISIT
    return YOU_CAN_TELL.format(count=_COUNT.get(yours, "a few things"))
