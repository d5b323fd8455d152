"""Reading every chain of seals again, over all that is signed."""
