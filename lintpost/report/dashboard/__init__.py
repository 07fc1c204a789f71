"""The dashboard: one HTML file about a whole site."""
