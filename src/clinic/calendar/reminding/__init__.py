"""A mail before a visit: to everybody who has an address and has not said no, once for each hour, saying nothing of
health. Text messages are not sent."""
