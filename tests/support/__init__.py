"""What the tests stand on: a database, a browser, and no way out to the network."""
