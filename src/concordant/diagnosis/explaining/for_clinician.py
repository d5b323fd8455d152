"""One paragraph for the clinician: the letters, what each rests on, what is missing, and the source."""

from __future__ import annotations

from concordant.criteria import Truth
from concordant.diagnosis.assess import DiagnosisReading, Status
from concordant.diagnosis.explaining.letters import grounds, open_points, outer_letters
from concordant.diagnosis.explaining.reasons import label_of

STANDING = {
    Status.DEFINITE: "meets ICHD-3",
    Status.PROVISIONAL: "is a working label; the criteria of ICHD-3 are not yet met",
    Status.UNDETERMINED: "is open",
    Status.EXCLUDED: "does not meet ICHD-3",
}
LETTER = {Truth.MET: "is met", Truth.NOT_MET: "is not met", Truth.UNKNOWN: "is open"}


def for_clinician(reading: DiagnosisReading) -> str:
    """The verdict with every letter, the facts it rests on, their days, who said so, and what is missing."""
    diagnosis = reading.diagnosis
    sentences = [f"{diagnosis.code} {diagnosis.name} {STANDING[reading.status]}."]
    for part in outer_letters(reading.trace):
        if part.truth is Truth.UNKNOWN:
            why, joint = open_points(part), "not known: "
        else:
            why, joint = grounds(part), ""
        told = f": {joint}{'; '.join(why)}" if why else ""
        sentences.append(f"{part.letter} {LETTER[part.truth]}{told}.")
    if reading.missing:
        sentences.append(f"Ask next: {'; '.join(map(label_of, reading.missing))}.")
    sentences.append(f"Source: {diagnosis.source}.")
    return " ".join(sentences)
