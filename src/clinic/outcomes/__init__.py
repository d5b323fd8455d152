"""Questionnaire scores and ratings of a day."""
