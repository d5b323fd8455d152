"""Flesch-Kincaid grade level (Kincaid 1975, Research Branch Report 8-75).

grade = 0.39 words per sentence + 11.8 syllables per word - 15.59
"""

from __future__ import annotations

import re

from tests.facts.test_reading_grade import syllables


def grade(text: str) -> float:
    """The school year in which a paragraph can be read. Only full stops, question and exclamation marks end."""
    sentences = [part for part in re.split(r"[.!?]+(?=\s|$)", text) if part.strip()]
    words = re.findall(r"[A-Za-z0-9'’]+", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
