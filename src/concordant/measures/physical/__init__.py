"""The physical tests of examination 3, one short file each."""
