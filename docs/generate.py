"""Writes the reference pages from what the code declares, so that they cannot say anything else.

`python docs/generate.py` writes them; with `--check` it writes nothing and fails where one is stale.
"""

import sys
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))  # the drawn tables of tests/spec are printed into the rules chapter

from concordant.booking import numbers  # noqa: E402, F401  declares its settings
from concordant.criteria import Criterion  # noqa: E402
from concordant.criteria.document import markdown  # noqa: E402
from concordant.diagnosis import BOOK, DIAGNOSES  # noqa: E402
from concordant.diagnosis.beside import BESIDE_RULES  # noqa: E402
from concordant.diagnosis.diagnosis import Known  # noqa: E402
from concordant.diagnosis.neck.labels import LABELS  # noqa: E402
from concordant.diagnosis.neck.remarks import REMARKS  # noqa: E402
from concordant.diagnosis.winners import GIVEN_TOGETHER, TABLE, Wins  # noqa: E402
from concordant.evidence.bayes import assumed_priors  # noqa: E402, F401  declares its settings
from concordant.evidence.library.reference import evidence_page  # noqa: E402
from concordant.facts import DICTIONARY, Supplier  # noqa: E402
from concordant.facts.outcomes.change import response_status  # noqa: E402
from concordant.facts.reference import reference_page  # noqa: E402
from concordant.measures.reference import measures_page  # noqa: E402
from concordant.payers.reference import payers_page  # noqa: E402
from concordant.progress import progress_rules  # noqa: E402
from concordant.progress.reference import retests_page  # noqa: E402
from concordant.record.derive import derivation, derived_facts  # noqa: E402
from concordant.safety import FLAGS, WHAT_TO_DO  # noqa: E402
from concordant.safety.results import OF_AN_INJURY, OF_THE_PERSON  # noqa: E402
from concordant.settings import DECLARED  # noqa: E402
from concordant.teaching import PAGES  # noqa: E402, F401  declares its settings
from tests.evidence.disagreements import ALL, BESIDE, COMPARED  # noqa: E402
from tests.spec.registry import Example, examples  # noqa: E402

WRITTEN = "Written by `make docs` from the code; do not edit.\n"


def drawn() -> str:
    """The drawn examples, chapter by chapter; the tests run the same."""
    page = ""
    for chapter, found in groupby(examples(), key=lambda one: one.chapter):
        page += f"\n### {chapter}\n" + "".join(map(_example, found))
    return page


def _example(one: Example) -> str:
    verdicts = "\n".join(f"    {row}: {truth.value}" for row, truth in one.expected.items())
    table = "\n".join(f"    {line.strip()}" for line in one.table.strip("\n").splitlines())
    return f"\n*{one.title}*\n\n{table}\n\n{verdicts}\n"


def rules_page() -> str:
    page = f"# Rules\n\n{WRITTEN}\nEvery diagnosis and red flag with its letters, facts, source and drawn examples.\n"
    page += "\n## Diagnoses\n"
    for diagnosis in DIAGNOSES:
        page += f"\n### {diagnosis.code} {diagnosis.name}\n\n"
        page += f"Source: {diagnosis.source}. Role: {diagnosis.role.value}.\n{diagnosis.note}\n\n"
        page += markdown(diagnosis.criterion)
        for one in diagnosis.subforms:
            page += f"\n#### {one.code} {one.name}\n\nSource: {one.source}. Met where {diagnosis.code} is, and:\n\n"
            page += markdown(one.criterion)
    page += winners() + labels() + beside()
    page += "\n## Red flags\n"
    for flag in FLAGS:
        page += f"\n### {flag.id}: {flag.name}\n\nSource: {flag.source}.\n"
        for level in flag.levels:
            word = level.action.value.replace("_", " ")
            page += f"\n**{word}** {WHAT_TO_DO[level.action]}\n\n{markdown(level.when)}"
    return page + "\n## Drawn examples\n\nAn empty cell is unknown. Every example is run by the tests.\n" + drawn()


def winners() -> str:
    page = (
        "\n## Which diagnosis wins\n\nFor one and the same headache. Where the examiner says that two headaches are\n"
    )
    page += "meant (`same_headache_profile`: no), neither gives way.\n\n| Diagnosis | Gives way to | When | Source |\n"
    page += "| --- | --- | --- | --- |\n"

    def told(row: Wins) -> tuple[str, str, str]:
        more = f"; only if {row.only_with_words}" if row.only_with_words else ""
        switch = "; not while `allow_11_2_1_with_5_x` is on" if row.winner[:2] == "5." and row.loser == "11.2.1" else ""
        return row.loser, f"{row.when.value}{more}{switch}", row.source

    for (loser, when, source), rows in groupby(TABLE, key=told):
        page += f"| {loser} | {', '.join(row.winner for row in rows)} | {when} | {source} |\n"
    page += "\nA primary headache that was there before and became twice as bad is diagnosed beside its cause (G8).\n"
    page += "\n| Given together | | When | Source |\n| --- | --- | --- | --- |\n"
    for pair in GIVEN_TOGETHER:
        page += f"| {pair.one} | {pair.other} | {pair.when} | {pair.source} |\n"
    return page


def labels() -> str:
    page = "\n## Labels and remarks of 11.2.1\n"
    for label in LABELS:
        page += f"\n### {label.words}\n\n{markdown(BOOK[label.key])}"
    page += "\nRemarks are told beside the lettered criteria and decide nothing.\n"
    for remark in REMARKS:
        page += f"\n**{remark.letter}** {remark.words}\n\n{markdown(remark.when)}"
    return page


def beside() -> str:
    page = "\n## Beside ICHD-3\n\nOther published criteria, told for each headache and deciding nothing.\n"
    return page + "".join(f"\n### {key}\n\n{markdown(rule)}" for key, rule in BESIDE_RULES.items())


def computed_page() -> str:
    page = f"# Computed facts\n\n{WRITTEN}\n| Fact | How | From | Rule |\n| --- | --- | --- | --- |\n"
    for name in derived_facts():
        rule = derivation(DICTIONARY[name])
        assert rule is not None
        what = (rule.compute.__doc__ or "").strip().partition("\n")[0]
        page += f"| `{name}` | {rule.mode.value} | {DICTIONARY[name].derived_from} | {what} |\n"
    waiting = [name for name, fact in DICTIONARY.items() if fact.supplied_by is Supplier.COMPUTED]
    of_safety = {fact.name for fact in (*OF_THE_PERSON, *OF_AN_INJURY)}
    of_rules = of_safety | {response_status.name}
    waiting = [name for name in waiting if name not in derived_facts() and name not in of_rules]
    page += "\n## Results of the safety rules\n\n"
    page += "Asked of the rules themselves ([why](../decisions/0017-safety-results-are-asked.md)).\n\n"
    page += "\n".join(f"- `{name}`: {DICTIONARY[name].derived_from}" for name in sorted(of_safety)) + "\n"
    page += "\n## Result of a retest\n\nAsked of [the rules of retests](retests.md).\n\n"
    page += f"- `{response_status.name}`: {response_status.derived_from}\n"
    page += "\n## Not computed yet\n\n"
    page += "These can be stated in a file and are marked as stated. A criterion that reads one is named beside it;\n"
    page += "no other criterion reads them.\n\n"
    readers = {name: tuple(key for key, rule in CRITERIA.items() if name in facts_of(rule)) for name in waiting}
    return page + "".join(f"- `{name}`: {DICTIONARY[name].derived_from}{_read_by(readers[name])}\n" for name in waiting)


CRITERIA: dict[str, Criterion] = {**BOOK, **progress_rules()}


def facts_of(criterion: Criterion) -> set[str]:
    """Every fact that a rule asks for itself; those of rules that it names by key are theirs."""
    below = (facts_of(part.criterion) for part in criterion.parts)
    return {term.name for term in criterion.terms}.union(*below)


def _read_by(keys: tuple[str, ...]) -> str:
    return f". Read by {', '.join(f'`{key}`' for key in keys)}" if keys else ""


def assumptions_page() -> str:
    page = f"# Assumptions\n\n{WRITTEN}\n"
    page += "Numbers that no classification gives, or that nobody here has read in their source. Each is a setting\n"
    page += "that a clinic may change ([how](../decisions/0011-settings.md)) and that needs the approval of a named\n"
    page += "clinician.\n\n| Setting | Default | Unit | Allowed | Standing | What it decides | From |\n"
    page += "| --- | --- | --- | --- | --- | --- | --- |\n"
    for name in sorted(DECLARED):
        one = DECLARED[name]
        if isinstance(one.default, bool):
            default, allowed = ("on" if one.default else "off"), "on, off"
        else:
            default, allowed = f"{one.default:g}", f"{one.low:g} to {one.high:g}"
        page += f"| `{name}` | {default} | {one.unit} | {allowed} | "
        page += f"{one.standing.value} | {one.says} | {one.source} |\n"
    return page + recalled()


def recalled() -> str:
    page = "\n## Rules that nobody here has read in their source\n\n"
    page += "Shown to nobody as sourced until somebody has checked them.\n\n"
    page += "| Rule | Name | How it is known | Source |\n| --- | --- | --- | --- |\n"
    for one in DIAGNOSES:
        if one.known is not Known.READ:
            page += f"| {one.code} | {one.name} | {one.known.value} | {one.source} |\n"
        for form in one.subforms:
            if "recalled" in form.source or "second hand" in form.source:
                page += f"| {form.code} | {form.name} | see the source | {form.source} |\n"
    for row in TABLE:
        if "product rule" in row.source:
            page += f"| {row.winner} over {row.loser} | which diagnosis wins | product rule | {row.source} |\n"
    return page


def agreement_page() -> str:
    """What the evidence room was compared with, and where it differs."""
    page = f"# Agreement of the evidence with other software\n\n{WRITTEN}\n"
    page += (
        "The reference is R 4.2.2 with metafor 3.8-1 (Viechtbauer 2010, doi:10.18637/jss.v036.i03) on 24 data sets,\n"
    )
    page += (
        "invented edge cases among them: one trial, identical trials, zero cells, one giant trial, a likelihood with\n"
    )
    page += "two peaks. Tolerances, relative: 1e-8 for closed forms, 1e-6 where an algorithm iterates, 1e-5 for the\n"
    page += "variances of the three-level model. The tests count what they compare and fail if a value that is listed\n"
    page += (
        "here agrees after all, lies further away, or if any other differs.\n\n| Compared | Values |\n| --- | --- |\n"
    )
    page += "".join(f"| {what} | {count:,} |\n" for what, count in COMPARED.items())
    page += f"| **Together** | **{sum(COMPARED.values()):,}** |\n\n## What does not agree, and why\n"
    for what, listed in ALL.items():
        page += f"\n### {what}\n\n"
        for reason, where in groupby(listed, key=lambda key: listed[key]):
            apart = (
                f"; apart by at most {reason.within:g}{' of the value' if reason.relative else ''}"
                if reason.within
                else ""
            )
            page += f"{reason.why}{apart}.\n\n"
            page += "".join(f"- `{one}`\n" for one in where)
    return page + "\n## Beside it\n\n" + "".join(f"- {one}\n" for one in BESIDE)


def pages() -> dict[Path, str]:
    """Every generated page."""
    reference = HERE / "reference"
    return {
        reference / "facts.md": reference_page(DICTIONARY),
        reference / "rules.md": rules_page(),
        reference / "computed.md": computed_page(),
        reference / "assumptions.md": assumptions_page(),
        reference / "measures.md": measures_page(WRITTEN),
        reference / "retests.md": retests_page(WRITTEN),
        reference / "payers.md": payers_page(WRITTEN),
        reference / "evidence.md": evidence_page(WRITTEN),
        reference / "evidence_agreement.md": agreement_page(),
    }


def main() -> int:
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(HERE.parent)} is stale; run make docs", file=sys.stderr)
        return 1 if stale else 0
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
