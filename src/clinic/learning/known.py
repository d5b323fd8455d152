"""What is known of a person, with what follows from it by rule: a page may be offered because of a verdict."""

from clinic.person.look import Look
from concordant.criteria import Knowledge
from concordant.plan.results import WithResults, results_of


def known_of(look: Look) -> tuple[Knowledge, ...]:
    """One for each headache, as a verdict is of one; the record alone where none is described."""
    found = look.assessment
    return tuple(
        WithResults(look.record, results_of(look.record, found.safety, found.diagnoses, one))
        for one in look.record.headaches
    ) or (look.record,)
