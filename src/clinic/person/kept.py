"""What was worked out for a chart lately, kept while the chart is the same. May be dropped at any time."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from threading import Lock

from clinic.chart.actions import Chart
from clinic.chart.models import Entry
from clinic.person.moment import Moment
from concordant.assessment import Assessment

MOST = 48
"""Charts of one worker process; one with three years of diary takes about two megabytes."""

Found = tuple[Assessment, dict[int, Entry]]
_Key = tuple[int, str, date]

_kept: OrderedDict[_Key, Found] = OrderedDict()
_turn = Lock()


def kept(chart: Chart, moment: Moment, work_out: Callable[[], Found]) -> Found:
    """The assessment and the entries of a chart on a day, worked out anew when the chart has a new entry.

    Only for a chart that was just opened: whoever asks has been let in by then. A chart has its own key, and
    a day that is over its own, so nothing crosses from one to another.
    """
    key = (chart.person.pk, chart.newest_sha256, moment.day)
    with _turn:
        if chart.newest_sha256 and key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = work_out()
    if chart.newest_sha256:
        with _turn:
            _kept[key] = found
            while len(_kept) > MOST:
                _kept.popitem(last=False)
    return found
