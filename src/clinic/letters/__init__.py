"""Letters of a chart: proposed from the record, edited, signed, and kept as the very bytes that went out."""
