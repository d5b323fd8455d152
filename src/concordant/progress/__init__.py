"""Is the change real, does it matter, what now?"""
