"""Visit notes: what was found, done and decided at a visit, handed from one therapist to the next."""
