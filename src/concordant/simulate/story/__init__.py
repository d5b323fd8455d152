"""What happens to a person in care: asked, examined, treated, examined again; each writes into a case file."""
