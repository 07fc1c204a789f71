"""The sites that the open documents belong to: their settings, and what is known of their other posts."""
