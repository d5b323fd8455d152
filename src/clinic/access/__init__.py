"""How a patient gets in without a password: an invitation first, then a mailed link or a passkey."""
