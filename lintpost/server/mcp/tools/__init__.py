"""The tools, one module each with its `TOOL`."""
