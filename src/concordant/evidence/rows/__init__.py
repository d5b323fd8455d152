"""Rows files: the trials of one data set, as effects and variances with the columns they came from.

A file is CSV with a header. It gives ``yi`` and ``vi``; or two groups (``m1i, sd1i, n1i, m2i, sd2i, n2i``), counts
(``ai, n1i, ci, n2i``), one group before and after (``mean_after, sd_after, mean_before, sd_before, r, n``), events over
time (``x1i, t1i, x2i, t2i``), one group (``xi, ni`` or ``xi, ti``), or an ``estimate`` with ``ci_low`` and ``ci_high``,
``se`` or ``p``: then they are computed, and :class:`Rows` says with what. What cannot be right is refused with row
(from 1, without the header) and column; a row with an empty cell gives no effect, and both are NaN.
"""

from concordant.evidence.rows.computing import MEASURES, RATIOS
from concordant.evidence.rows.reading import read_rows, rows_in, rows_of
from concordant.evidence.rows.table import Rows

__all__ = ["MEASURES", "RATIOS", "Rows", "read_rows", "rows_in", "rows_of"]
