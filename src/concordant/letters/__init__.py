"""Documents for people outside the clinic: what a letter says as a typed value, then typeset as a tagged PDF.

``kinds.KINDS`` lists every kind of letter: to whom it goes, which consent it rests on, what it needs. ``Kind.missing``
says what is not there, ``Kind.letter`` writes it from an assessment and a ``request.Request`` (who writes to whom, in
``people``). ``draft.Draft`` holds what a clinician changes before signing, ``keeping`` keeps it as JSON, and
``typesetting.pdf`` sets the letter. ``command`` is the command line; it loads the rest only when it is used.
"""
