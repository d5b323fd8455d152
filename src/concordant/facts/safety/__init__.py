"""What must be asked before hands are laid on a neck."""
