"""The page of evidence, as Markdown: the four figures, what each piece of advice rests on, every published pool."""

from __future__ import annotations

from collections.abc import Iterable

from concordant.evidence.library.advice import Advice, all_advice
from concordant.evidence.library.claims import caution, claims
from concordant.evidence.library.edition import REVIEWED
from concordant.evidence.library.needed import needed
from concordant.evidence.library.pooled_row import PooledRow
from concordant.evidence.library.query import trials
from concordant.evidence.library.recompute import recomputed

ACCESS = {True: "free to read", False: "not free to read", None: "not known"}


def evidence_page(written: str) -> str:
    """The whole page; ``written`` says how it came about."""
    rows = trials()
    return (
        f"# Evidence\n\n{written}\nThe data set as of {REVIEWED.isoformat()}: {len(rows)} rows of "
        f"{len({each.trial_id for each in rows})} trials, {len(recomputed())} published pooled results.\n"
        "A number that nobody here has read stays out. How it is computed:\n"
        "[decision 21](../decisions/0021-evidence.md); where this project and other software differ:\n"
        "[agreement](evidence_agreement.md).\n"
        f"{_claims()}{_advice()}{_pooled()}{_needed()}"
    )


def _claims() -> str:
    page = "\n## The four figures of the clinic's article\n"
    for one in claims():
        page += f"\n### {one.row.id}\n\n" + "".join(f"- {said}\n" for said in one.sentences)
    return f"{page}\n{caution()}\n"


def _advice() -> str:
    page = "\n## Advice\n"
    for one in all_advice():
        page += f"\n### {one.id}\n\n{one.advice}. The evidence: **{one.direction.value}**.\n\n"
        page += f"- Known: {one.known}\n- Not known: {one.not_known}\n"
        page += _line("Published figures", (f"`{row.id}`" for row in one.rests_on))
        page += _line("Trials", (f"`{each}`" for each in one.trials))
        page += _line("Guidelines and other sources", _sources(one))
    return page


def _sources(one: Advice) -> Iterable[str]:
    return (f"{each.name} (doi:{each.doi}; {each.how_known})" for each in one.sources)


def _line(name: str, items: Iterable[str]) -> str:
    told = ", ".join(items)
    return f"- {name}: {told}\n" if told else ""


def _pooled() -> str:
    page = "\n## Published pooled results\n\n| Id | Review | Comparison | Outcome | Figure | Certainty as rated "
    page += "| Computed again | Why |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"
    for one in recomputed():
        row = one.row
        cells = (
            f"`{row.id}`", f"{row.review}, doi:{row.doi}" if row.doi else row.review, row.comparison,
            ", ".join(filter(None, (row.outcome, row.scale, row.time))), _figure(row),
            row.grade_certainty or "not seen", one.answer.value, one.why,
        )  # fmt: skip
        page += f"| {' | '.join(cells)} |\n"
    return page


def _figure(row: PooledRow) -> str:
    if row.estimate is None:
        return "not seen"
    if row.ci_low is None or row.ci_high is None:
        return f"{row.estimate_kind} {row.estimate:g}"
    return f"{row.estimate_kind} {row.estimate:g} ({row.ci_low:g} to {row.ci_high:g})"


def _needed() -> str:
    page = "\n## What would settle more\n\nThe most useful first.\n\n"
    page += "| Paper | Tables | Access | For |\n| --- | --- | --- | --- |\n"
    for one in needed():
        served = ", ".join(f"`{each}`" for each in one.for_figures)
        page += f"| {one.what}, doi:{one.doi} | {one.tables} | {ACCESS[one.open_access]} | {served} |\n"
    return page
