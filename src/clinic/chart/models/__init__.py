from clinic.chart.models.entry import Entry
from clinic.chart.models.person import Person

__all__ = ["Entry", "Person"]
