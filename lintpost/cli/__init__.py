"""The command line: one module per command; parses, calls the engine, hands to a report."""
