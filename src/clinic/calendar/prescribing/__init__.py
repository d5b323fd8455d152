"""From a signed plan to a prescribed series: how many visits in which week, and the days that each may use."""
