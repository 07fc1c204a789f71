"""The addresses of a site's pages, as its generator makes them from its configuration."""
