"""Building blocks of ELM, the Expression Logical Model of HL7 CQL 1.5 (https://cql.hl7.org/elm.html).

Plain dictionaries in the JSON form of ELM. Each function makes one operator and does nothing else, so that
what is written here is what :mod:`concordant.criteria.cql.text` prints and an engine runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import reduce
from typing import Any, TypeAlias

Elm: TypeAlias = dict[str, Any]

SYSTEM = "{urn:hl7-org:elm-types:r1}"
BOOLEAN = f"{SYSTEM}Boolean"
INTEGER = f"{SYSTEM}Integer"
DECIMAL = f"{SYSTEM}Decimal"
STRING = f"{SYSTEM}String"
DATE = f"{SYSTEM}Date"


# --- types ----------------------------------------------------------------------------------------------


def named_type(name: str) -> Elm:
    """A type of the system model."""
    return {"type": "NamedTypeSpecifier", "name": name}


def interval_of(point: Elm) -> Elm:
    """Intervals of a type."""
    return {"type": "IntervalTypeSpecifier", "pointType": point}


def list_of(element: Elm) -> Elm:
    """Lists of a type."""
    return {"type": "ListTypeSpecifier", "elementType": element}


def tuple_of(elements: dict[str, Elm], said: dict[str, str] | None = None) -> Elm:
    """Tuples of named elements, each with a word of explanation where there is one."""
    defined = [{"name": name, "elementType": kind} | note((said or {}).get(name)) for name, kind in elements.items()]
    return {"type": "TupleTypeSpecifier", "element": defined}


def note(*texts: str | None) -> Elm:
    """Texts that explain, as an annotation; nothing where there is no text."""
    tags = [{"name": "description", "value": text} for text in texts if text]
    return {"annotation": [{"type": "Annotation", "t": tags}]} if tags else {}


# --- values ---------------------------------------------------------------------------------------------


def literal(value: bool | int | float | str) -> Elm:
    """A constant; numbers with a fraction, and all of type float, are decimals."""
    if isinstance(value, bool):
        return {"type": "Literal", "valueType": BOOLEAN, "value": "true" if value else "false"}
    if isinstance(value, str):
        return {"type": "Literal", "valueType": STRING, "value": value}
    if isinstance(value, int):
        return {"type": "Literal", "valueType": INTEGER, "value": str(int(value))}
    written = format(Decimal(repr(float(abs(value)))), "f")
    shown = {"type": "Literal", "valueType": DECIMAL, "value": written if "." in written else f"{written}.0"}
    return {"type": "Negate", "operand": shown} if value < 0 else shown


def unknown() -> Elm:
    """The truth value that is not known."""
    return {"type": "As", "asType": BOOLEAN, "operand": {"type": "Null"}}


def words(chosen: Iterable[str]) -> Elm:
    """A list of words, in the order of the alphabet."""
    return {"type": "List", "element": [literal(word) for word in sorted(chosen)]}


def listed(elements: Iterable[Elm]) -> Elm:
    """A list of expressions."""
    return {"type": "List", "element": list(elements)}


# --- references -----------------------------------------------------------------------------------------


def operand(name: str) -> Elm:
    """An operand of the function in which it stands."""
    return {"type": "OperandRef", "name": name}


def alias(name: str) -> Elm:
    """The element of a query that is being looked at."""
    return {"type": "AliasRef", "name": name}


def definition(name: str) -> Elm:
    """Another definition of the library."""
    return {"type": "ExpressionRef", "name": name}


def call(function: str, *operands: Elm) -> Elm:
    """A function of the library."""
    return {"type": "FunctionRef", "name": function, "operand": list(operands)}


# --- operators ------------------------------------------------------------------------------------------


def unary(operator: str, of: Elm) -> Elm:
    """An operator with one operand."""
    return {"type": operator, "operand": of}


def binary(operator: str, left: Elm, right: Elm) -> Elm:
    """An operator with two operands."""
    return {"type": operator, "operand": [left, right]}


def joined(operator: str, parts: Iterable[Elm]) -> Elm:
    """``And`` or ``Or`` of any number of parts, from left to right."""
    return reduce(lambda left, right: binary(operator, left, right), parts)


def cases(*pairs: tuple[Elm, Elm], otherwise: Elm) -> Elm:
    """The first result whose condition is true."""
    items = [{"when": when, "then": then} for when, then in pairs]
    return {"type": "Case", "caseItem": items, "else": otherwise}


def if_(condition: Elm, then: Elm, otherwise: Elm) -> Elm:
    """One result or the other."""
    return {"type": "If", "condition": condition, "then": then, "else": otherwise}


def is_known(of: Elm) -> Elm:
    """Not null."""
    return unary("Not", unary("IsNull", of))


def query(source: Elm, name: str, *, where: Elm | None = None, give: Elm | None = None, fold: Elm | None = None) -> Elm:
    """Over a list: the elements that fit, what is given for each of them, or what they add up to.

    Without ``give`` or ``fold`` engines keep equal elements once only.
    """
    found: Elm = {"type": "Query", "source": [{"alias": name, "expression": source}]}
    if where is not None:
        found["where"] = where
    if give is not None:
        found["return"] = {"distinct": False, "expression": give}
    if fold is not None:
        found["aggregate"] = fold
    return found


def folded(name: str, starting: Elm, step: Elm) -> Elm:
    """The aggregate clause of a query: ``name`` is what has been found so far."""
    return {"identifier": name, "starting": starting, "expression": step}


def so_far(name: str) -> Elm:
    """What a fold has found so far."""
    return {"type": "QueryLetRef", "name": name}


def function(name: str, operands: dict[str, Elm], body: Elm, *said: str) -> Elm:
    """The definition of a function."""
    taken = [{"name": one, "operandTypeSpecifier": kind} for one, kind in operands.items()]
    shape = {"type": "FunctionDef", "name": name, "context": "Unfiltered", "accessLevel": "Public"}
    return shape | note(*said) | {"expression": body, "operand": taken}


def define(name: str, body: Elm, *said: str) -> Elm:
    """A named expression."""
    return {"name": name, "context": "Unfiltered", "accessLevel": "Public"} | note(*said) | {"expression": body}
