"""What the person is taught: pages in their own words, and the exercises for home with a drawing of each.

Nothing here decides how much or how often: that is the plan's.
"""

from concordant.teaching.drawing import drawing
from concordant.teaching.exercises import EXERCISES, Exercise
from concordant.teaching.page import Page
from concordant.teaching.pages import PAGES
from concordant.teaching.paragraph import Paragraph, Said, Standing
from concordant.teaching.sources import Cited

__all__ = ["EXERCISES", "PAGES", "Cited", "Exercise", "Page", "Paragraph", "Said", "Standing", "drawing"]
