"""What every page shares: its frame, its headers, the way around, and what is said when something fails."""
