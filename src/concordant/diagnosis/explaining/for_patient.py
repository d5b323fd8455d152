"""One paragraph for the person: plain words at reading grade 7, never certain where it is not, never frightening."""

from __future__ import annotations

from concordant.diagnosis.assess import DiagnosisReading, Status
from concordant.diagnosis.explaining.plain_words import PLAIN, PlainWords
from concordant.facts import DICTIONARY, Supplier
from concordant.language import said

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
YOU_CAN_TELL = {
    1: "We still need to ask you one thing.",
    2: "We still need to ask you two things.",
    3: "We still need to ask you three things.",
}
YOU_CAN_TELL_MORE = "We still need to ask you a few things."
TEST_AT_A_VISIT = "A few more checks at a visit can help."
WHO_DECIDES = "Your clinician makes the call with you."


def plain_words(code: str) -> PlainWords:
    """The plain words of a diagnosis. Raises KeyError with what to do where a new one has none."""
    if code not in PLAIN:
        raise KeyError(f"{code} has no plain words; give it some in diagnosis/explaining/plain_words.py")
    return PLAIN[code]


def for_patient(reading: DiagnosisReading) -> str:
    """What it is, how sure it is, what comes next, and who decides, in the language of the moment."""
    words = plain_words(reading.diagnosis.code)
    sentences = [said(FITS[reading.status], name=said(words.name)), said(words.what)]
    sentences.append(said(NEXT.get(reading.status) or _asked(reading.missing)))
    if words.careful and reading.status is not Status.EXCLUDED:
        sentences.append(said(words.careful))
    return " ".join([*sentences, said(WHO_DECIDES)])


def _asked(missing: tuple[str, ...]) -> str:
    facts = [DICTIONARY[name.partition("[")[0]] for name in missing]
    yours = sum(fact.supplied_by in (Supplier.PATIENT, Supplier.DIARY) for fact in facts)
    if not yours:
        return TEST_AT_A_VISIT
    return YOU_CAN_TELL.get(yours, YOU_CAN_TELL_MORE)
