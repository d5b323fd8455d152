"""Forms made from the dictionary: one field for each fact, one signed entry for each form."""
