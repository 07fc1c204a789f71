"""What findings count: baseline, changed lines."""
