"""What a person's devices wrote down, with or without a network: it reaches the chart once, in any order."""
