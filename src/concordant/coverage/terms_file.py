"""The terms of a clinic as a file: YAML, amounts as they are written.

::

    recovery_network: [{from: 2025-03-22}]
    prices: [{discipline: physiotherapist, item: standard, minutes: 60, from: 2025-04-01, amount: 120.00}]
    gst: [{discipline: rmt, from: 2025-04-01, added: true}]
    vendors: {clinic: "V1234"}
    fees: [{discipline: rmt, item: standard, from: 2026-04-01, amount: 107.00, source: "letter of ICBC, 2026-03-15"}]
    contract: [{discipline: physiotherapist, item: initial, from: 2026-01-01, amount: 70.00, source: "our contract"}]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from concordant.coverage.terms import ClinicTerms, Membership, Price, Tax
from concordant.document import Limits, Located, Unreadable, as_written, tree_of
from concordant.facts import DICTIONARY
from concordant.facts.kinds import Words
from concordant.payers import CLAIMED, FeeRow, FeeTable, Item, NoAmount, amount
from concordant.record.node_reader import DAY, NodeReader, join
from concordant.record.problems import CaseFileError, Problem, shown

MOST_BYTES = 1024 * 1024
_LIMITS = Limits(nodes=40_000, levels=8)
_KEYS = ("recovery_network", "prices", "gst", "vendors", "fees", "contract")
_DISCIPLINES = tuple(CLAIMED)
_ITEMS = tuple(item.value for item in Item)
_LINE = Words(longest=200)
_MOST_MINUTES = 600
HOW_KNOWN = "told to the clinic"


def read_terms(path: str | Path) -> ClinicTerms:
    """The terms in a file. Raises CaseFileError with the line, the key, the value and what is allowed."""
    path = Path(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CaseFileError([Problem("", f"the file is larger than {MOST_BYTES:,} bytes")], str(path))
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise CaseFileError([Problem("", f"cannot be read: {error.strerror}")], str(path)) from None
    except UnicodeDecodeError:
        raise CaseFileError([Problem("", "not a text file in UTF-8")], str(path)) from None
    return terms_of(text, name=str(path))


def terms_of(text: str, *, name: str = "") -> ClinicTerms:
    """The terms in a text. Raises CaseFileError."""
    try:
        root = tree_of(text, _LIMITS, as_written)
    except Unreadable as error:
        raise CaseFileError([Problem("", error.says, error.line)], name) from None
    return _Reader(DICTIONARY, name).terms(root)


class _Reader(NodeReader):
    def terms(self, root: Located | None) -> ClinicTerms:
        table = self.table(root, "", _KEYS) if root is not None and root.value is not None else {}
        found = ClinicTerms(
            memberships=self._memberships(table),
            prices=tuple(self._present(self._price(*one) for one in self.items(table, "prices", ""))),
            taxes=self._taxes(table),
            vendors=self._vendors(table),
            fees=tuple(self._present(self._fee(*one) for one in self.items(table, "fees", ""))),
            contract=tuple(self._present(self._fee(*one) for one in self.items(table, "contract", ""))),
        )
        self._check_fees("fees", lambda: found.fee_table, table)
        self._check_fees("contract", lambda: found.contract_rates, table)
        if self.problems:
            raise CaseFileError(self.problems, self.name)
        return found

    def _present(self, found: Iterable[Any]) -> list[Any]:
        return [one for one in found if one is not None]

    def _memberships(self, table: dict[str, Any]) -> tuple[Membership, ...] | None:
        if "recovery_network" not in table:
            return None
        found = []
        for node, path in self.items(table, "recovery_network", ""):
            row = self.table(node, path, ("from", "until"), needed=("from",))
            first = self.value(DAY, row.get("from"), join(path, "from"))
            last = self.value(DAY, row.get("until"), join(path, "until"))
            if first is not None and last is not None and last < first:
                self.problem(join(path, "until"), f"{last} is before {first}; allowed: from {first} on", row["until"])
            elif first is not None:
                found.append(Membership(first, last))
        return tuple(found)

    def _price(self, node: Any, path: str) -> Price | None:
        row = self.table(
            node, path, ("discipline", "item", "minutes", "from", "amount"), ("discipline", "item", "from", "amount")
        )
        discipline = self.word(_DISCIPLINES, row.get("discipline"), join(path, "discipline"))
        item = self.word(_ITEMS, row.get("item"), join(path, "item"))
        since = self.value(DAY, row.get("from"), join(path, "from"))
        price = self._amount(row.get("amount"), join(path, "amount"))
        minutes = self._minutes(row.get("minutes"), join(path, "minutes"))
        if not (discipline and item) or since is None or price is None:
            return None
        return Price(discipline=discipline, item=Item(item), minutes=minutes, since=since, amount=price)

    def _taxes(self, table: dict[str, Any]) -> tuple[Tax, ...]:
        found: dict[tuple[str, date], Tax] = {}
        for node, path in self.items(table, "gst", ""):
            if (one := self._tax(node, path)) is None:
                continue
            if (one.discipline, one.since) in found:
                self.problem(path, f"two rows of {one.discipline} begin on {one.since}", node)
            found[one.discipline, one.since] = one
        return tuple(found.values())

    def _tax(self, node: Any, path: str) -> Tax | None:
        keys = ("discipline", "from", "added")
        row = self.table(node, path, keys, needed=keys)
        discipline = self.word(_DISCIPLINES, row.get("discipline"), join(path, "discipline"))
        since = self.value(DAY, row.get("from"), join(path, "from"))
        added = row.get("added")
        if added is not None and not isinstance(added.value, bool):
            says = f"{shown(added.plain())} is not allowed; allowed: true or false"
            self.problem(join(path, "added"), says, added)
        if not discipline or since is None or added is None:
            return None
        return Tax(discipline=discipline, since=since, is_added=added.value is True)

    def _fee(self, node: Any, path: str) -> FeeRow | None:
        keys = ("discipline", "item", "from", "until", "amount", "source")
        row = self.table(node, path, keys, needed=("discipline", "item", "from", "source"))
        discipline = self.word(_DISCIPLINES, row.get("discipline"), join(path, "discipline"))
        item = self.word(_ITEMS, row.get("item"), join(path, "item"))
        since = self.value(DAY, row.get("from"), join(path, "from"))
        until = self.value(DAY, row.get("until"), join(path, "until"))
        source = self.value(_LINE, row.get("source"), join(path, "source"))
        fee = self._amount(row.get("amount"), join(path, "amount"))
        if not (discipline and item and source) or since is None:
            return None
        try:
            return FeeRow(
                effective_from=since,
                effective_to=until,
                discipline=CLAIMED[discipline],
                item=item,
                amount=fee,
                how_known=HOW_KNOWN,
                source=str(source),
            )
        except ValueError as error:
            self.problem(path, str(error), node)
            return None

    def _check_fees(self, key: str, made: Callable[[], FeeTable], table: dict[str, Any]) -> None:
        try:
            made()
        except ValueError as error:
            self.problem(key, str(error), table[key])

    def _amount(self, node: Any, path: str) -> Any:
        if node is None or node.value is None:
            return None
        try:
            return amount(node.value)
        except NoAmount as error:
            self.problem(path, str(error), node)
            return None

    def _minutes(self, node: Any, path: str) -> int | None:
        if node is None:
            return None
        text = node.value
        if isinstance(text, str) and text.isascii() and text.isdigit() and 0 < int(text[:9]) <= _MOST_MINUTES:
            return int(text)
        self.problem(path, f"{shown(node.plain())} is not allowed; allowed: a whole number from 1 to 600", node)
        return None

    def _vendors(self, table: dict[str, Any]) -> dict[str, str]:
        node = table.get("vendors")
        if node is None:
            return {}
        allowed = tuple(node.value) if isinstance(node.value, dict) else ("payee",)
        found = {
            name: self.value(_LINE, item, join("vendors", name))
            for name, item in self.table(node, "vendors", allowed).items()
        }
        return {name: str(value) for name, value in found.items() if value is not None}
