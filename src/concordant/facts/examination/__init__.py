"""What the examiner tests and judges at a visit."""
