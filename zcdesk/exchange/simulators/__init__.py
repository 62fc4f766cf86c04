"""The far sides of exchange, to test and try against: real servers with faults as parameters."""
