"""Lines in the signer's own hand. They come before what the rules say."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.letters.letter import Paragraph, Section
from concordant.letters.request import Request

HEADING = "In my own words"


def own_words(request: Request) -> Iterator[Section]:
    """No section where nothing was written."""
    paragraphs = tuple(Paragraph(one) for one in request.remark.split("\n\n") if one.strip())
    if paragraphs:
        yield Section(HEADING, paragraphs)
