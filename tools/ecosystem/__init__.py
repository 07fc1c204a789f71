"""The parts of `tools/ecosystem_diff.py`: sites, runs of lintpost, comparison, report."""
