"""The closed set of all facts."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from concordant.facts.fact import Fact, Scope
from concordant.facts.kinds import Kind


class UnknownFact(KeyError):
    """A name that no fact has; the message offers the nearest."""

    def __str__(self) -> str:
        return str(self.args[0])


class Dictionary(Mapping[str, Fact[Kind]]):
    """All facts by name. Nothing can be added after it is made; :meth:`extended` gives a new one."""

    def __init__(self, facts: Iterable[Fact[Kind]]) -> None:
        self._facts: dict[str, Fact[Kind]] = {}
        for fact in facts:
            if fact.name in self._facts:
                raise ValueError(f"fact {fact.name!r} is declared twice")
            self._facts[fact.name] = fact
        self._by_scope: dict[tuple[Scope, ...], tuple[Fact[Kind], ...]] = {}

    def __getitem__(self, name: str) -> Fact[Kind]:
        try:
            return self._facts[name]
        except KeyError:
            near = difflib.get_close_matches(str(name), self._facts, n=3)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise UnknownFact(f"no fact is named {name!r}{hint}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __contains__(self, name: object) -> bool:
        return name in self._facts

    def of_scope(self, *scopes: Scope) -> tuple[Fact[Kind], ...]:
        """The facts of these scopes, in the order of declaration."""
        if scopes not in self._by_scope:
            self._by_scope[scopes] = tuple(fact for fact in self._facts.values() if fact.scope in scopes)
        return self._by_scope[scopes]

    def extended(self, *facts: Fact[Kind]) -> Dictionary:
        """A new dictionary with these facts added."""
        return Dictionary([*self._facts.values(), *facts])
