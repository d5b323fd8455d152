"""Physical tests and questionnaires: scoring, norms, measurement error."""
