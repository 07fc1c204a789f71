"""Bold marks, spans and repairs, for the checks of names and bold."""
