"""What cannot be true of one injury."""

from __future__ import annotations

from concordant.facts.examination.judgement import wad_grade
from concordant.facts.history.injury import (
    head_imaging_injury,
    head_injury_occurred,
    memory_loss_around_injury,
    pta_hours,
    whiplash_occurred,
)
from concordant.record.contradictions.impossible import together

OF_INJURY = (
    together(
        "whiplash_grade_without_whiplash",
        "A whiplash that did not happen has no grade",
        whiplash_occurred,
        wad_grade,
        when=lambda happened, grade: happened is False,
    ),
    together(
        "head_injury_on_imaging_yet_none",
        "Imaging cannot show the injury of a head that was not injured",
        head_injury_occurred,
        head_imaging_injury,
        when=lambda happened, shown: happened is False and shown is True,
    ),
    together(
        "amnesia_without_memory_loss",
        "Amnesia after an injury is loss of memory around it",
        memory_loss_around_injury,
        pta_hours,
        when=lambda lost, hours: lost is False and hours > 0,
    ),
)
