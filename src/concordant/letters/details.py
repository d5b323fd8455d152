"""The file of details for a letter: who writes to whom about whom. A case file has no names.

Read strictly: what is not known is refused with its line. What is not there is left to the letter, which then says what
it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from concordant.document import Figure, Limits, Located, Unreadable, as_written, tree_of
from concordant.letters.people import Addressee, Clinic, Paper, Patient, Signer
from concordant.letters.request import MoreVisits, Request

MOST_BYTES = 100_000
LIMITS = Limits(nodes=2_000, levels=5)
LONGEST_LINE, LONGEST_TEXT, MOST_LINES = 400, 4_000, 8
PAPERS: Mapping[str, Paper] = {"letter": Paper.LETTER, "a4": Paper.A4}


class DetailsError(ValueError):
    """``problems``: each with its line and its place."""

    def __init__(self, name: str, *problems: str) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{name}: {one}" for one in problems))


def read_details(data: bytes, name: str) -> Request:
    """``name``: of the file, for messages. Raises DetailsError with every problem."""
    if len(data) > MOST_BYTES:
        raise DetailsError(name, f"the file has {len(data):,} bytes; at most {MOST_BYTES:,} are read")
    try:
        tree = tree_of(data.decode("utf-8-sig"), LIMITS, as_written)
    except UnicodeDecodeError as error:
        raise DetailsError(name, f"not a text file in UTF-8: byte {error.start + 1} does not fit") from error
    except Unreadable as error:
        raise DetailsError(name, f"line {error.line}: {error.says}" if error.line else error.says) from error
    if tree is None:
        raise DetailsError(name, "the file holds nothing; allowed: clinic, patient, to, signer, remark, phoned, more")
    reader = _Reader()
    found = reader.request(tree)
    if reader.problems:
        raise DetailsError(name, *reader.problems)
    return found


@dataclass
class _Reader:
    problems: list[str] = field(default_factory=list)

    def request(self, tree: Located) -> Request:
        table = self.table(tree, "", ("clinic", "patient", "to", "signer", "remark", "phoned", "more"))
        clinic = self.part(table, "clinic", ("name", "lines", "paper"))
        patient = self.part(table, "patient", ("name", "number"))
        to = self.part(table, "to", ("name", "lines"))
        signer = self.part(table, "signer", ("name", "profession", "registration"))
        more = self.part(table, "more", ("visits", "weeks", "reason"))
        return Request(
            clinic=Clinic(
                self.line(clinic, "clinic.name"), self.lines(clinic, "clinic.lines"), self.paper(clinic, "clinic.paper")
            ),
            patient=Patient(self.line(patient, "patient.name"), self.line(patient, "patient.number")),
            to=Addressee(self.line(to, "to.name"), self.lines(to, "to.lines")) if to else None,
            signer=Signer(*(self.line(signer, f"signer.{one}") for one in ("name", "profession", "registration")))
            if signer
            else None,
            remark=self.text(table, "remark", LONGEST_TEXT),
            phoned=self.line(table, "phoned"),
            more=MoreVisits(
                self.visits(more),
                self.count(more.get("weeks"), "more.weeks"),
                self.text(more, "more.reason", LONGEST_TEXT),
            )
            if more
            else None,
        )

    def part(self, table: Mapping[str, Located], key: str, allowed: tuple[str, ...]) -> Mapping[str, Located]:
        return self.table(table[key], key, allowed) if key in table else {}

    def table(self, node: Located, path: str, allowed: tuple[str, ...]) -> Mapping[str, Located]:
        if not isinstance(node.value, dict):
            self.problem(node, path or "the file", f"is no set of names and values; allowed: {', '.join(allowed)}")
            return {}
        for key, item in node.value.items():
            if key not in allowed:
                inside = f"{path}.{key}" if path else key
                self.problem(item, inside, f"is not known; allowed: {', '.join(allowed)}")
        return {key: item for key, item in node.value.items() if key in allowed}

    def line(self, table: Mapping[str, Located], path: str) -> str:
        found = self.text(table, path, LONGEST_LINE)
        if "\n" in found.strip("\n"):
            self.problem(table[path.rpartition(".")[2]], path, "is more than one line")
        return found.strip("\n")

    def text(self, table: Mapping[str, Located], path: str, longest: int) -> str:
        node = table.get(path.rpartition(".")[2])
        return "" if node is None else self.words(node, path, longest)

    def lines(self, table: Mapping[str, Located], path: str) -> tuple[str, ...]:
        node = table.get("lines")
        if node is None:
            return ()
        if not isinstance(node.value, list) or len(node.value) > MOST_LINES:
            self.problem(node, path, f"is no list of lines; allowed: {MOST_LINES} at most, one each")
            return ()
        return tuple(self.words(one, f"{path}[{number}]", LONGEST_LINE) for number, one in enumerate(node.value, 1))

    def words(self, node: Located, path: str, longest: int) -> str:
        if not isinstance(node.value, str) or len(node.value) > longest:
            self.problem(node, path, f"is no text; allowed: up to {longest} characters")
            return ""
        return str(node.value)

    def paper(self, table: Mapping[str, Located], path: str) -> Paper:
        node = table.get("paper")
        if node is None:
            return Paper.LETTER
        if not isinstance(node.value, str) or node.value not in PAPERS:
            self.problem(node, path, f"is no sheet; allowed: {', '.join(PAPERS)}")
            return Paper.LETTER
        return PAPERS[node.value]

    def visits(self, table: Mapping[str, Located]) -> Mapping[str, int]:
        node = table.get("visits")
        if node is None:
            return {}
        if not isinstance(node.value, dict):
            self.problem(node, "more.visits", "is no set of disciplines and numbers of visits")
            return {}
        counts = {key: self.count(item, f"more.visits.{key}") for key, item in node.value.items()}
        return {key: count for key, count in counts.items() if count is not None}

    def count(self, node: Located | None, path: str) -> int | None:
        if node is None:
            return None
        if not isinstance(node.value, Figure) or not node.value.isdecimal() or not 1 <= int(node.value) <= HIGHEST:
            self.problem(node, path, f"is no count; allowed: 1 to {HIGHEST}")
            return None
        return int(node.value)

    def problem(self, node: Located, path: str, says: str) -> None:
        self.problems.append(f"line {node.key_line or node.line}, {path}: {says}")


HIGHEST = 200
"""Of visits and of weeks."""
