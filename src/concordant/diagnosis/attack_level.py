"""Attacks first (diagnosis 0.4): those of the diary are counted against A; else the usual attack is asked.

ICHD-3 asks for so many attacks that each meet B, C and D. Where the diary certainly shows that many, all four
letters are met, whatever the person says of the usual attack. The diary of some weeks cannot show that somebody
never had that many, so it refutes nothing, and the interview decides.
"""

from __future__ import annotations

from collections.abc import Mapping

from concordant.criteria import Criterion, any_of, at_or_above, named, surely
from concordant.facts.fact import Fact
from concordant.facts.kinds import Quantity


def attacks_first(in_diary: Fact[Quantity], least: int, usual: Mapping[str, Criterion]) -> dict[str, Criterion]:
    """The letters of the usual attack, each met as well by enough attacks in the diary."""
    shown = named(
        f"{least} such attacks in the diary",
        surely(at_or_above(in_diary, least)),
        source="product rule, diagnosis 0.4",
    )
    return {letter: any_of(shown, criterion) for letter, criterion in usual.items()}
