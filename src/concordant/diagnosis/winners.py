"""Which diagnosis wins, and which are given together, for one and the same headache (diagnosis 3.2).

The order follows the general rules G5 to G12 of ICHD-3 (2018, doi:10.1177/0333102417738202); what goes beyond them
is a product rule and says so. The closing criteria are built from this table and the documentation prints it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from concordant.criteria import Criterion, at_a_visit, yes
from concordant.facts.history.block import root_block_abolishes
from concordant.settings import switch

ALLOWED_BESIDE_WHIPLASH = switch(
    "allow_11_2_1_with_5_x",
    False,
    says="11.2.1 may be coded beside a definite headache after whiplash or injury (chapter 5).",
    source="diagnosis 1.2.1 W4; ICHD-3 G9 codes chapter 5 only",
)


class When(Enum):
    """When a definite diagnosis wins over another of the same headache."""

    ALWAYS = "whenever definite"
    NEW_HEADACHE = "if the headache is new, that is, there was none before its cause"


@dataclass(frozen=True, slots=True)
class Wins:
    """One winner over one loser."""

    winner: str
    loser: str
    source: str
    when: When = When.ALWAYS
    only_with: Criterion | None = None
    """What is asked for beside the winner being definite."""
    only_with_words: str = ""
    switched_off: bool = False
    """A setting of this clinic takes the row away."""


_PRODUCT = "product rule, diagnosis 3.2"
_ROOT_BLOCK = at_a_visit(yes(root_block_abolishes))

INJURY = ("5.1", "5.2", "5.3", "5.4")
ANY_SECONDARY = ("11.2.1", *INJURY, "A5.9", "6.4.1", "6.5.1.1", "6.5.1.2", "7.2", "11.2.3", "13.4", "A11.2.4")
"""Without 8.2, which is given together with the headache that was there before (G10)."""
DEFINITE_PRIMARY = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.4", "4.10")
PRIMARY_THAT_MAY_BE_SECONDARY = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "4.7", "4.8", "4.10")
AUTONOMIC_CAUSES = (*INJURY, "6.4.1", "6.5.1.1", "6.5.1.2", "7.2")
"""What a new headache of chapter 3 gives way to; not 11.2.1, which gives way to chapter 3."""
APPENDIX_CAUSES = (*INJURY, "6.4.1", "6.5.1.1", "6.5.1.2", "7.2", "11.2.1", "11.2.3", "2.1", "2.2", "2.3")
_APPENDIX = "product rule: the main part of the classification before its appendix"

TABLE: tuple[Wins, ...] = (
    *(Wins(code, "11.2.1", "ICHD-3 G9", switched_off=ALLOWED_BESIDE_WHIPLASH) for code in INJURY),
    *(Wins(code, "11.2.1", _PRODUCT) for code in ("6.4.1", "6.5.1.1", "7.2", "3.1", "3.2", "3.4")),
    Wins("13.4", "11.2.1", f"{_PRODUCT}; 13.4 itself asks for the block"),
    Wins("A11.2.4", "11.2.1", _PRODUCT, only_with=_ROOT_BLOCK, only_with_words="the block of the root abolishes it"),
    *(
        Wins(winner, loser, "ICHD-3 G7, G8", When.NEW_HEADACHE)
        for loser in PRIMARY_THAT_MAY_BE_SECONDARY
        for winner in ANY_SECONDARY
        if not (loser == "4.10" and winner in INJURY)
    ),
    *(
        Wins(winner, loser, "ICHD-3 G7; product rule for chapter 3", When.NEW_HEADACHE)
        for loser in ("3.1", "3.2", "3.4")
        for winner in AUTONOMIC_CAUSES
    ),
    *(Wins(winner, "3.1", "product rule: the answer to indomethacin decides") for winner in ("3.2", "3.4")),
    *(Wins("1.3", loser, "ICHD-3 G11") for loser in ("2.1", "2.2", "2.3")),
    *(Wins("4.10", loser, "ICHD-3 G12") for loser in ("1.3", "2.3")),
    Wins("3.4", "4.10", "ICHD-3 G12"),
    *(Wins(code, "4.10", "ICHD-3 G7, diagnosis 1.13: chapter 5 first") for code in INJURY),
    *(Wins(code, loser, "ICHD-3 G9") for loser in ("11.2.3", "A11.2.4") for code in INJURY),
    *(Wins(code, "A5.9", _APPENDIX) for code in (*INJURY, "11.2.1")),
    *(Wins(code, "A11.2.5", _APPENDIX) for code in APPENDIX_CAUSES),
    *(Wins(winner, loser, "ICHD-3 G5") for loser in ("1.5", "2.4") for winner in (*ANY_SECONDARY, *DEFINITE_PRIMARY)),
    Wins("1.5", "2.4", "ICHD-3 G6"),
)
"""Every pair in which one diagnosis gives way."""


@dataclass(frozen=True, slots=True)
class Together:
    """Two diagnoses that are both given; neither gives way."""

    one: str
    other: str
    when: str
    source: str


GIVEN_TOGETHER: tuple[Together, ...] = (
    *(Together("8.2", code, "always", "ICHD-3 G10") for code in ("11.2.1", "1.3", "2.3")),
    Together("5.1", "5.3", "both kinds of injury in one crash", "diagnosis 1.3"),
    Together("5.2", "5.4", "both kinds of injury in one crash", "diagnosis 1.3"),
)
"""Pairs of which both are coded. A primary headache that was there before and became twice as bad is given beside the
secondary one as well (G8): the rows of the table above hold for a new headache only."""


def codes() -> frozenset[str]:
    """Every code that the tables name."""
    pairs = [(row.winner, row.loser) for row in TABLE] + [(row.one, row.other) for row in GIVEN_TOGETHER]
    return frozenset(code for pair in pairs for code in pair)


def winners_over(loser: str, when: When = When.ALWAYS) -> tuple[Wins, ...]:
    """The rows that hold against this diagnosis now."""
    return tuple(row for row in TABLE if row.loser == loser and row.when is when and not row.switched_off)


def refuse_lost(catalogue: Collection[str]) -> None:
    """Raise ValueError where the tables name a diagnosis that the catalogue does not have."""
    lost = sorted(codes() - set(catalogue))
    if lost:
        raise ValueError(f"the table of winners names {', '.join(lost)}, which the catalogue does not have")
