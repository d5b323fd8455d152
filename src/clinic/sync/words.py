"""What a row says, in the words of the dictionary."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.sync.versions import NOTE, WHOSE, Rows
from concordant.facts import DICTIONARY
from concordant.language import said

_OF_A_TICK: Mapping[str, str | Promise] = MappingProxyType(
    {
        "sets": gettext_lazy("%(value)s sets"),
        "reps": gettext_lazy("%(value)s times"),
        "hold_s": gettext_lazy("%(value)s seconds each"),
        "load": gettext_lazy("load: %(value)s"),
        "effort": gettext_lazy("effort %(value)s of 10"),
        "pain_before_nrs": gettext_lazy("pain before %(value)s of 10"),
        "pain_after_nrs": gettext_lazy("pain after %(value)s of 10"),
    }
)


def in_words(says: Rows) -> str:
    """In one line; of a day that was taken back, that it was."""
    return "; ".join(", ".join(_parts(row)) for row in says) or _("taken back")


def _parts(row: Mapping[str, Any]) -> Iterator[str]:
    if WHOSE in row:
        yield _("headache %(name)s") % {"name": row[WHOSE]}
    if "done" in row:
        yield _("done") if row["done"] else _("not done")
    for name, value in row.items():
        if name in _OF_A_TICK:
            yield str(_OF_A_TICK[name]) % {"value": value}
        elif name in DICTIONARY:
            kind = DICTIONARY[name].kind
            yield f"{said(DICTIONARY[name].label)} {kind.say(kind.read(value))}"
    if NOTE in row:
        yield _("in their own words: “%(note)s”") % {"note": row[NOTE]}
