"""The configuration: found, read, validated, merged."""
