"""A fact in the words that are for the person."""

import re

from concordant.facts import Fact, Kind
from concordant.language import said

_SENTENCE = re.compile(r"\S.*?[.?](?=\s|$)")


def asked(fact: Fact[Kind]) -> str:
    """What was asked or measured, without how to answer: its question, or its first sentence."""
    ask = said(fact.ask)
    sentences = _SENTENCE.findall(ask) or [ask]
    return next((one for one in sentences if one.endswith("?")), sentences[0])
