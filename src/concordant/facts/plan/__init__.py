"""What the plan of care reads and writes."""
