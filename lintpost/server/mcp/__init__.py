"""The Model Context Protocol: lintpost for programs that write."""
