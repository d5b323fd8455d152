"""What was typed and not yet signed: kept for whoever typed it, and no part of the chart."""
