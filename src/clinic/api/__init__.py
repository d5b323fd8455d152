"""The same chart for programs: typed, described by OpenAPI, with the same permissions and the same log."""
