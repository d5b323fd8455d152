"""Tests of the web application, in the order of its rooms."""
