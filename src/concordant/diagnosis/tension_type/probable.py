"""2.4 Probable tension-type headache: all but one of the criteria of 2.1, 2.2 or 2.3, and no other disorder.

ICHD-3 (2018) 2.4; where 1.5 fits as well, 1.5 comes first (G6). Definition and order are read, the exact wording of
2.4.1 to 2.4.3 is recalled.
"""

from concordant.criteria import Criterion, all_but_one, all_of, any_of, named
from concordant.diagnosis.closing import no_definite, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role, Subform
from concordant.diagnosis.tension_type.attacks import chronic_attacks, frequent_attacks, infrequent_attacks

_RECALLED = "ICHD-3 (2018) {}, doi:10.1177/0333102417738202; recalled"

_FORMS = tuple(
    Subform(
        code,
        f"Probable {name} tension-type headache",
        named(f"{code}: all but one of {of}", all_but_one(*attacks.values())),
        _RECALLED.format(code),
    )
    for code, name, of, attacks in (
        ("2.4.1", "infrequent episodic", "2.1", infrequent_attacks),
        ("2.4.2", "frequent episodic", "2.2", frequent_attacks),
        ("2.4.3", "chronic", "2.3", chronic_attacks),
    )
)


def probable_tension_type_headache(no_other_disorder: Criterion) -> Diagnosis:
    """2.4, with what says that no other disorder is met (B)."""
    return Diagnosis(
        code="2.4",
        name="Probable tension-type headache",
        family=Family.PROBABLE,
        role=Role.DECIDE,
        features=all_of(
            A=any_of(*(form.criterion for form in _FORMS)),
            B=no_other_disorder,
        ),
        closing_letter="C",
        closing=not_better_explained(no_definite("1.5")),
        source="ICHD-3 (2018) 2.4, doi:10.1177/0333102417738202",
        note="The exact wording of 2.4.1 to 2.4.3 is recalled, not read.",
        subforms=_FORMS,
    )
