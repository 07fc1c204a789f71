"""Addresses of pages in the site of one language."""


def address(page: str) -> str:
    """The address of a page from the root of its site: "" for the first, else with a slash at its end."""
    return page.removesuffix(".md").removesuffix("index").rstrip("/") + "/" * (page != "index.md")
