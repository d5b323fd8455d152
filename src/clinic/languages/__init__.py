"""The language of the person: their own pages can be read in another; staff's pages are in English."""
