"""What the rules say of each diagnosis, for the clinician to conclude."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clinic.person.look import Look
from clinic.plan.sent import Sent
from clinic.plan.words import STATUSES, Words
from concordant.diagnosis import Status

CERVICOGENIC = "11.2.1"
_STANDING = (Status.DEFINITE, Status.PROVISIONAL)


@dataclass(frozen=True)
class Concluded:
    """What the rules say of one diagnosis, for the clinician to conclude."""

    name: str
    """Of the field."""
    label: str
    headache: str
    status: str
    """As it stands in the form."""
    of_rules: Words

    @property
    def choices(self) -> Iterable[tuple[str, Words]]:
        return STATUSES.items()


def offered_diagnoses(look: Look) -> dict[str, str]:
    """``HEADACHE:CODE`` of each diagnosis that a clinician concludes on -> what the rules say.

    Those that stand, and of a headache that may come from the neck also the open one for which care is planned.
    """
    return {
        f"{one.headache}:{one.diagnosis.code}": one.status.value
        for one in look.assessment.diagnoses
        if one.status in _STANDING or (one.diagnosis.code == CERVICOGENIC and one.status is Status.UNDETERMINED)
    }


def concluded(look: Look, sent: Sent | None) -> Iterator[Concluded]:
    """Each of them, with what stands in the form."""
    offered = offered_diagnoses(look)
    for one in look.assessment.diagnoses:
        name = f"{one.headache}:{one.diagnosis.code}"
        of_rules = offered.get(name)
        if of_rules is not None:
            said = sent.text(f"says:{name}") if sent else ""
            label = f"{one.diagnosis.code} {one.diagnosis.name}"
            status = said if said in STATUSES else of_rules
            yield Concluded(f"says:{name}", label, one.headache, status, STATUSES[of_rules])
