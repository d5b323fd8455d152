"""How bright the pages are: light, dark, dim for eyes that hurt, or as the device says."""
