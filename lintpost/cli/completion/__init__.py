"""``lintpost completion``. The scripts beside this module are generated from the parser (tools/generate.py)."""
