"""Everything that was sent at once, as a file: for the bookkeeper, and to be matched with what the insurer pays."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from clinic.claims.as_sent import numbers_as_sent
from clinic.claims.models import Invoice

COLUMNS = (
    "invoice",
    "sent_on",
    "payer",
    "route",
    "vendor_number",
    "claim_number",
    "chart_number",
    "discipline",
    "practitioner",
    "licence_number",
    "service_date",
    "item",
    "minutes",
    "net",
    "gst",
    "total",
    "rules",
)
_MEANT_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows_of(invoices: Iterable[Invoice]) -> list[dict[str, Any]]:
    """A row a line, in the order of the invoices. Amounts are texts with two places: no reader makes fractions of them.

    People stand there with their chart number alone: who keeps books needs no name. The claim number is the one that
    the line went with last, as on its sheet.
    """
    invoices = list(invoices)
    numbers = numbers_as_sent(one.line for invoice in invoices for one in invoice.lines.all())
    return [
        {
            "invoice": invoice.number,
            "sent_on": invoice.sent_on.isoformat(),
            "payer": invoice.payer,
            "route": invoice.route,
            "vendor_number": invoice.vendor_number,
            "claim_number": numbers.get(line.pk, ""),
            "chart_number": invoice.person.chart_number,
            "discipline": line.discipline,
            "practitioner": line.practitioner.display_name if line.practitioner else "",
            "licence_number": invoice.licence_number,
            "service_date": line.service_date.isoformat(),
            "item": line.item,
            "minutes": line.minutes,
            "net": str(line.net),
            "gst": str(line.gst),
            "total": str(line.total),
            "rules": " ".join(line.because),
        }
        for invoice in invoices
        for line in (one.line for one in invoice.lines.all())
    ]


def as_csv(rows: Iterable[dict[str, Any]]) -> str:
    """RFC 4180. What a spreadsheet would take for a formula stands behind an apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _harmless(value) for name, value in row.items()})
    return text.getvalue()


def as_json(rows: Iterable[dict[str, Any]]) -> str:
    return json.dumps({"lines": list(rows)}, ensure_ascii=False, indent=2)


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_MEANT_AS_FORMULA) else value
