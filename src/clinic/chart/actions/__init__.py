"""Everything that writes to a chart or opens one: permission, change and audit event in one transaction."""

from clinic.chart.actions.entries import correct_entry, sign_entry
from clinic.chart.actions.exchange import Fragment, import_case_file
from clinic.chart.actions.people import find_people, register_person
from clinic.chart.actions.reading import Chart, export_chart, open_chart

__all__ = [
    "Chart",
    "Fragment",
    "correct_entry",
    "export_chart",
    "find_people",
    "import_case_file",
    "open_chart",
    "register_person",
    "sign_entry",
]
