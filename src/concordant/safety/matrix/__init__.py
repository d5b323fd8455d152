"""What each finding blocks: the block matrix of diagnosis 4.9, one declared table.

The only place of these letters. Findings are combined by the strictest letter per technique.
"""

from concordant.safety.matrix.combine import RowReading, TechniqueReading, read_matrix
from concordant.safety.matrix.row import HANDS_ON, TECHNIQUES, Letter, Row
from concordant.safety.matrix.rows import NOT_ASKED_AGAIN, NOT_SCREENED, ROWS

__all__ = [
    "HANDS_ON",
    "NOT_ASKED_AGAIN",
    "NOT_SCREENED",
    "ROWS",
    "TECHNIQUES",
    "Letter",
    "Row",
    "RowReading",
    "TechniqueReading",
    "read_matrix",
]
