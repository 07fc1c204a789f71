"""Checks of the structure of a body: headings, lists, tables, code, images, encoding."""
