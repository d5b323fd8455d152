"""Somebody's visits in their own calendar (RFC 5545), at an address that is a secret and can be withdrawn."""
