"""The people of the demo clinic, each at one stage of care."""
