"""ELM printed as CQL 1.5 (https://cql.hl7.org/19-l-cqlsyntaxdiagrams.html): the operators that our rules use."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import indent

from concordant.criteria.cql.elm import SYSTEM, Elm

WIDTH = 100


def text(document: Elm) -> str:
    """The library as CQL."""
    library = document["library"]
    identifier = library["identifier"]
    parts = [f"{_said(library)}library {identifier['id']} version {_quoted(identifier['version'])}"]
    parts += [
        f"parameter {_name(one['name'])} {type_text(one['parameterTypeSpecifier'])}"
        for one in library["parameters"]["def"]
    ]
    parts.append(f"context {library['contexts']['def'][0]['name']}")
    parts += [_statement(one) for one in library["statements"]["def"]]
    return "\n\n".join(parts) + "\n"


def _statement(one: Elm) -> str:
    head = f"define {_name(one['name'])}"
    if one.get("type") == "FunctionDef":
        taken = ", ".join(f"{_name(o['name'])} {type_text(o['operandTypeSpecifier'])}" for o in one["operand"])
        head = f"define function {_name(one['name'])}({taken})"
    return f"{_said(one)}{head}:\n{indent(expression(one['expression']), '  ')}"


def _said(one: Elm) -> str:
    notes = "; ".join(_notes(one))
    return f"/*\n@description: {_comment(notes)}\n*/\n" if notes else ""


def _notes(one: Elm) -> list[str]:
    return [tag["value"] for annotation in one.get("annotation", ()) for tag in annotation.get("t", ())]


def _comment(said: str) -> str:
    return " ".join(said.replace("*/", "* /").split())


def _name(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


# --- types ----------------------------------------------------------------------------------------------


def type_text(kind: Elm) -> str:
    """A type; tuples with one element to a line where they are long."""
    match kind["type"]:
        case "NamedTypeSpecifier":
            return str(kind["name"]).removeprefix(SYSTEM)
        case "IntervalTypeSpecifier":
            return f"Interval<{type_text(kind['pointType'])}>"
        case "ListTypeSpecifier":
            return f"List<{type_text(kind['elementType'])}>"
    elements = [(f"{_name(e['name'])} {type_text(e['elementType'])}", _notes(e)) for e in kind["element"]]
    plain = f"Tuple {{ {', '.join(shown for shown, _ in elements)} }}"
    if len(plain) <= WIDTH and not any(notes for _, notes in elements):
        return plain
    last = len(elements) - 1
    lines = [
        shown + ("," if number < last else "") + (f" // {_comment(notes[0])}" if notes else "")
        for number, (shown, notes) in enumerate(elements)
    ]
    return "Tuple {\n" + indent("\n".join(lines), "  ") + "\n}"


# --- expressions ----------------------------------------------------------------------------------------


def expression(e: Elm) -> str:
    """One expression."""
    kind = e["type"]
    if kind in ("And", "Or"):
        return _chain(kind, e)
    if kind in _BETWEEN:
        left, right = map(_inside, e["operand"])
        return f"{left} {_BETWEEN[kind]} {right}"
    if kind in _PREFIX:
        return f"{_PREFIX[kind]} {_inside(e['operand'])}"
    if kind in _SUFFIX:
        return f"{_inside(e['operand'])} {_SUFFIX[kind]}"
    if kind in ("Count", "Max", "Last"):
        return f"{kind}({expression(e['source'])})"
    if kind.endswith("Ref"):
        return _name(e["name"]) + (_arguments("(", e["operand"], ")") if kind == "FunctionRef" else "")
    if kind not in _OTHER:
        raise TypeError(f"no CQL text for {kind}")
    return _OTHER[kind](e)


_BETWEEN = {
    "Add": "+",
    "Equal": "=",
    "Greater": ">",
    "GreaterOrEqual": ">=",
    "In": "in",
    "IncludedIn": "included in",
    "Less": "<",
    "LessOrEqual": "<=",
}
_PREFIX = {"Not": "not", "Exists": "exists", "Start": "start of", "End": "end of"}
_SUFFIX = {"IsTrue": "is true", "IsFalse": "is false", "IsNull": "is null"}
_CLOSED = frozenset({"Literal", "List", "Property", "Count", "Max", "Last", "Coalesce", "Message", "Tuple"})


def _inside(e: Elm) -> str:
    """An expression within another: in brackets, unless it stands by itself."""
    shown = expression(e)
    if e["type"] in _CLOSED or e["type"].endswith("Ref") or shown == "null":
        return shown
    return f"(\n{indent(shown, '  ')}\n)" if "\n" in shown else f"({shown})"


def _short(e: Elm) -> str:
    """In brackets only where it takes several lines."""
    shown = expression(e)
    return _inside(e) if "\n" in shown else shown


def _chain(kind: str, e: Elm) -> str:
    operands: list[Elm] = []
    while e["type"] == kind:
        operands.append(e["operand"][1])
        e = e["operand"][0]
    shown = [_inside(one) for one in (e, *reversed(operands))]
    word = kind.lower()
    line = f" {word} ".join(shown)
    return line if len(line) <= WIDTH and "\n" not in line else f"\n{word} ".join(shown)


def _arguments(opening: str, parts: list[Elm], closing: str) -> str:
    shown = [expression(part) for part in parts]
    line = opening + ", ".join(shown) + closing
    if len(line) <= WIDTH and "\n" not in line:
        return line
    return opening.rstrip() + "\n" + indent(",\n".join(shown), "  ") + "\n" + closing.lstrip()


def _literal(e: Elm) -> str:
    return _quoted(e["value"]) if e["valueType"].endswith("String") else str(e["value"])


def _as(e: Elm) -> str:
    return f"null as {type_text(e['asTypeSpecifier'])}" if "asTypeSpecifier" in e else "null"


def _property(e: Elm) -> str:
    of = _name(e["scope"]) if "scope" in e else _inside(e["source"])
    return f"{of}.{_name(e['path'])}"


def _tuple(e: Elm) -> str:
    elements = [f"{_name(one['name'])}: {_short(one['value'])}" for one in e["element"]]
    return f"Tuple {{ {', '.join(elements)} }}"


def _case(e: Elm) -> str:
    pairs = [(expression(one["when"]), _short(one["then"])) for one in e["caseItem"]]
    lines = [
        f"when {when} then {then}"
        if len(when) + len(then) <= WIDTH and "\n" not in when + then
        else f"when {when}\n  then {indent(then, '  ').lstrip()}"
        for when, then in pairs
    ]
    return "case\n" + indent("\n".join([*lines, f"else {expression(e['else'])}"]), "  ") + "\nend"


def _if(e: Elm) -> str:
    return f"if {expression(e['condition'])} then {expression(e['then'])} else {expression(e['else'])}"


def _query(e: Elm) -> str:
    source = e["source"][0]
    parts = [f"{_inside(source['expression'])} {_name(source['alias'])}"]
    if "where" in e:
        parts.append(f"where {_short(e['where'])}")
    if "return" in e:
        parts.append(f"return all {_short(e['return']['expression'])}")
    if "aggregate" in e:
        fold = e["aggregate"]
        starting = expression(fold["starting"])
        parts.append(f"aggregate {_name(fold['identifier'])} starting ({starting}): {_short(fold['expression'])}")
    line = " ".join(parts)
    if len(line) <= WIDTH and "\n" not in line:
        return line
    return "\n".join([parts[0], *(indent(part, "  ") for part in parts[1:])])


_OTHER: dict[str, Callable[[Elm], str]] = {
    "Literal": _literal,
    "Negate": lambda e: f"-{expression(e['operand'])}",
    "As": _as,
    "Property": _property,
    "Case": _case,
    "If": _if,
    "Query": _query,
    "List": lambda e: _arguments("{ ", e["element"], " }"),
    "Coalesce": lambda e: _arguments("Coalesce(", e["operand"], ")"),
    "Tuple": _tuple,
    "Message": lambda e: _arguments(
        "Message(", [e[one] for one in ("source", "condition", "code", "severity", "message")], ")"
    ),
    "DifferenceBetween": lambda e: "difference in days between {} and {}".format(*map(_inside, e["operand"])),
}
