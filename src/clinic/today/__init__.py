"""The day in twenty seconds: a page that opens without a network and keeps what is written until it is sent."""
