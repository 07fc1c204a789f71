"""The arguments of each command and their help, in both languages."""
