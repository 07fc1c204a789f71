"""The checks, one module each.

A check's module defines `Options`, `run(post, options, site)` and, where it needs something that
not every site has, `needs(options)`: the name of that part of the `Site`. The check's name is the
module's, with hyphens.
"""
