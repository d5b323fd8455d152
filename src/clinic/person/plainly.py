"""A fact in the words that are for the person."""

import re

from concordant.facts import Fact, Kind

_SENTENCE = re.compile(r"\S.*?[.?](?=\s|$)")


def asked(fact: Fact[Kind]) -> str:
    """What was asked or measured, without how to answer: its question, or its first sentence."""
    sentences = _SENTENCE.findall(fact.ask) or [fact.ask]
    return next((one for one in sentences if one.endswith("?")), sentences[0])
