"""The functions of the library: where CQL's own operators are not three-valued, or would be long to read.

CQL's ``and``, ``or`` and ``not`` are Kleene's. Its ``in``, ``exists`` and ``Count`` are not: they take what is not
known for absent. Each function here answers null where the reference evaluator answers unknown.
"""

from __future__ import annotations

from concordant.criteria.cql import elm
from concordant.criteria.cql.elm import Elm, alias, literal, operand, so_far

_TRUTH = elm.named_type(elm.BOOLEAN)
_WHOLE = elm.named_type(elm.INTEGER)
_BOUND = elm.named_type(elm.DECIMAL)
_WORD = elm.named_type(elm.STRING)
_DAY = elm.named_type(elm.DATE)
_NUMBER = elm.interval_of(_BOUND)
_WORDS = elm.list_of(_WORD)
_TRUTHS = elm.list_of(_TRUTH)
_FOUND = elm.list_of(elm.tuple_of({"date": _DAY, "met": _TRUTH}))

_MET, _NOT_MET, _UNKNOWN = literal(True), literal(False), elm.unknown()


def _compared(name: str, met: tuple[str, str], not_met: tuple[str, str]) -> Elm:
    """A number known within an interval against a bound: whole interval, no part of it, or not known."""
    tested = [elm.binary(how, elm.unary(end, operand("value")), operand("bound")) for end, how in (met, not_met)]
    body = elm.cases((tested[0], _MET), (tested[1], _NOT_MET), otherwise=_UNKNOWN)
    return elm.function(name, {"value": _NUMBER, "bound": _BOUND}, body)


def _if_known(name: str, operands: dict[str, Elm], body: Elm) -> Elm:
    """A function that is null where its first operand is."""
    first = operand(next(iter(operands)))
    return elm.function(name, operands, elm.if_(elm.unary("IsNull", first), _UNKNOWN, body))


def _count(test: str) -> Elm:
    tested = elm.query(operand("parts"), "part", where=elm.unary(test, alias("part")), give=literal(1))
    return {"type": "Count", "source": tested}


def _at_least() -> Elm:
    met = elm.binary("GreaterOrEqual", _count("IsTrue"), operand("n"))
    out_of_reach = elm.binary("Less", elm.binary("Add", _count("IsTrue"), _count("IsNull")), operand("n"))
    body = elm.cases((met, _MET), (out_of_reach, _NOT_MET), otherwise=_UNKNOWN)
    return elm.function("at least", {"n": _WHOLE, "parts": _TRUTHS}, body)


def _all_but_one() -> Elm:
    none_open = elm.binary("Equal", _count("IsNull"), literal(0))
    one_fails = elm.binary("Equal", _count("IsFalse"), literal(1))
    none_fails = elm.binary("Equal", _count("IsFalse"), literal(0))
    several_fail = elm.binary("Greater", _count("IsFalse"), literal(1))
    body = elm.cases(
        (elm.binary("Or", several_fail, elm.binary("And", none_fails, none_open)), _NOT_MET),
        (elm.binary("And", one_fails, none_open), _MET),
        otherwise=_UNKNOWN,
    )
    return elm.function("all but one", {"parts": _TRUTHS}, body)


def _decide() -> Elm:
    decided = elm.cases((operand("met"), _MET), (operand("not met"), _NOT_MET), otherwise=_UNKNOWN)
    body = {
        "type": "Message",
        "source": decided,
        "condition": elm.binary("And", operand("met"), operand("not met")),
        "code": literal("conflict"),
        "severity": literal("Error"),
        "message": operand("says"),
    }
    said = "Both at once is an error of the rules, and a message of severity Error"
    return elm.function("decide", {"met": _TRUTH, "not met": _TRUTH, "says": _WORD}, body, said)


def _held() -> tuple[Elm, ...]:
    met, day = ({"type": "Property", "path": path, "scope": "visit"} for path in ("met", "date"))
    telling = elm.query(operand("found"), "visit", where=elm.is_known(met), give=alias("visit"))
    first = {"type": "Coalesce", "operand": [so_far("since"), day]}
    no_day = {"type": "As", "strict": False, "operand": {"type": "Null"}, "asTypeSpecifier": _DAY}
    nothing = {"type": "As", "asType": elm.DATE, "operand": {"type": "Null"}}
    since = elm.query(operand("telling"), "visit", fold=elm.folded("since", no_day, elm.if_(met, first, nothing)))
    last = {"type": "Last", "source": operand("telling")}
    newest_met, newest_day = ({"type": "Property", "path": path, "source": last} for path in ("met", "date"))
    days = elm.binary("DifferenceBetween", elm.call("met since", operand("telling")), newest_day) | {"precision": "Day"}
    long_enough = elm.binary("GreaterOrEqual", days, operand("days"))
    held = elm.cases(
        (elm.unary("IsFalse", newest_met), _NOT_MET),
        (elm.binary("And", newest_met, long_enough), _MET),
        otherwise=_UNKNOWN,
    )
    return (
        elm.function("that can say", {"found": _FOUND}, telling, "The visits at which it is known"),
        elm.function("met since", {"telling": _FOUND}, since, "The first of the newest visits that all say met"),
        elm.function("held at retests", {"days": _WHOLE, "telling": _FOUND}, held),
    )


FUNCTIONS: tuple[Elm, ...] = (
    _compared("is above", ("Start", "Greater"), ("End", "LessOrEqual")),
    _compared("is at or above", ("Start", "GreaterOrEqual"), ("End", "Less")),
    _compared("is below", ("End", "Less"), ("Start", "GreaterOrEqual")),
    _compared("is at or below", ("End", "LessOrEqual"), ("Start", "Greater")),
    _if_known("is one of", {"word": _WORD, "words": _WORDS}, elm.binary("In", operand("word"), operand("words"))),
    _if_known(
        "holds one of",
        {"chosen": _WORDS, "words": _WORDS},
        elm.unary(
            "Exists",
            elm.query(operand("chosen"), "word", where=elm.binary("In", alias("word"), operand("words"))),
        ),
    ),
    _if_known(
        "holds only",
        {"chosen": _WORDS, "words": _WORDS},
        elm.binary("IncludedIn", operand("chosen"), operand("words")),
    ),
    _if_known(
        "holds at least",
        {"chosen": _WORDS, "n": _WHOLE},
        elm.binary("GreaterOrEqual", {"type": "Count", "source": operand("chosen")}, operand("n")),
    ),
    _at_least(),
    _all_but_one(),
    _decide(),
    *_held(),
)
"""In an order in which each uses only those before it."""
