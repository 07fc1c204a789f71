"""Packs: folders of rules, of lintpost's own format, prh's or Vale's."""
