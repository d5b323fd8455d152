"""A person's own pages beside diary and progress: plan, visits, letters, and what is held about them."""
