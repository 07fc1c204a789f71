"""What reports for people are drawn with: cells, lines, windows on source lines, and the table of rules."""
