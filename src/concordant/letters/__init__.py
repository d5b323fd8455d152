"""Documents for people outside the clinic: what a letter says as a typed value, then typeset as a tagged PDF."""

from concordant.letters.letter import Letter
from concordant.letters.people import Addressee, Clinic, Paper, Patient, Signer
from concordant.letters.progress import progress_letter
from concordant.letters.refused import LetterRefused
from concordant.letters.request import Request
from concordant.letters.typesetting import pdf, png

__all__ = [
    "Addressee",
    "Clinic",
    "Letter",
    "LetterRefused",
    "Paper",
    "Patient",
    "Request",
    "Signer",
    "pdf",
    "png",
    "progress_letter",
]
