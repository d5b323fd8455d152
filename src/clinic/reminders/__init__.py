"""A reminder of the diary, for who wants one: none unless it is chosen, and none to who has stopped writing."""
