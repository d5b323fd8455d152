"""The safety screen: what is asked and seen before hands are laid on a neck."""
