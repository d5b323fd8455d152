"""Change of questionnaire and test scores against measurement error and importance (retest 1)."""
