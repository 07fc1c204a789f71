"""The code actions, one module for each kind of thing that can be done about a finding."""
