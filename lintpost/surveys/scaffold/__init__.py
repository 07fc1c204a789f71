"""The files that a site begins with, composed from its posts."""
