"""The labels of cervicogenic headache (diagnosis 3.6), each a rule of the book.

Only "definite" is a term of ICHD-3; the rest are the product's own words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from concordant.criteria import (
    Criterion,
    all_of,
    any_of,
    at_a_visit,
    at_least,
    at_most,
    definite,
    named,
    not_,
    surely,
    verdict,
    yes,
)
from concordant.diagnosis.neck.block import controlled_block
from concordant.diagnosis.neck.cervicogenic import cervicogenic_headache, evident_neck_disorder, relations_to_the_neck
from concordant.diagnosis.neck.chisg import RESEARCH
from concordant.facts.examination.flexion_rotation import frt_restricted
from concordant.facts.examination.judgement import (
    crom_reduced,
    neck_disorder_clinical_evidence,
    pressure_provokes_headache,
    provocation_worsens_headache,
)

CODE = cervicogenic_headache.code
SOURCE = "product rule, diagnosis 3.6"


@dataclass(frozen=True, slots=True)
class Label:
    """A label and the key of its rule."""

    words: str

    @property
    def key(self) -> str:
        """The key of its rule in the book."""
        return f"label: {self.words}"


CONTROLLED = Label("Cervicogenic headache, definite, controlled-block grade (CHISG research met)")
DEFINITE = Label("Cervicogenic headache, definite")
PROVISIONAL = Label("Cervicogenic headache, working diagnosis, ICHD-3 criteria not yet met")
WITH_ANOTHER = Label("Neck findings, with another headache")
NOT_SUPPORTED = Label("Cervicogenic headache not supported")

LABELS = (CONTROLLED, DEFINITE, PROVISIONAL, WITH_ANOTHER, NOT_SUPPORTED)
"""In the order of preference, where more than one holds."""

_relations = tuple(relations_to_the_neck.values())
_refuted_relations = tuple(surely(not_(one)) for one in _relations)
_met_relations = tuple(surely(one) for one in _relations)

provisional = all_of(
    evident_neck_disorder,
    named("exactly one of C1 to C4 is met", all_of(at_least(1, *_met_relations), at_most(1, *_met_relations))),
    named("at least one of the others is open", not_(at_least(3, *_refuted_relations))),
    named("A and D are not refuted", not_(surely(not_(verdict(CODE))))),
    named("red flags asked and none open", verdict("safety clear", of_headache=False)),
)

neck_findings = any_of(
    at_a_visit(yes(neck_disorder_clinical_evidence)),
    at_a_visit(yes(crom_reduced)),
    at_a_visit(yes(frt_restricted)),
    at_a_visit(yes(provocation_worsens_headache)),
    at_a_visit(yes(pressure_provokes_headache)),
)


def label_rules(others: Iterable[str]) -> dict[str, Criterion]:
    """The rule of each label by its key; ``others`` are the codes of all other diagnoses."""
    found = {
        CONTROLLED: all_of(verdict(CODE), controlled_block, verdict(RESEARCH)),
        DEFINITE: all_of(verdict(CODE)),
        PROVISIONAL: provisional,
        WITH_ANOTHER: all_of(neck_findings, not_(verdict(CODE)), definite(*others)),
        NOT_SUPPORTED: any_of(
            named("B is refuted", not_(evident_neck_disorder)),
            named("three of C1 to C4 are refuted", at_least(3, *map(not_, _relations))),
        ),
    }
    return {label.key: named(label.words, rule, source=SOURCE) for label, rule in found.items()}
