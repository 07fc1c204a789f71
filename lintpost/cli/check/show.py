"""``lintpost check --show-settings``."""

import os

from lintpost.config.rule_states import rule_states
from lintpost.config.settings import Settings
from lintpost.language import Lang, Text
from lintpost.packs.origin import plugin_of_rule
from lintpost.report.visible import visible


def show_settings(settings: Settings, lang: Lang) -> None:
    """Print the settings in force, as YAML for people."""
    site = settings.site
    none = Text("none", "なし")[lang]
    shown = {
        "config": os.path.relpath(settings.path) if settings.path else none,
        "layers": ", ".join(os.path.basename(layer.path) for layer in settings.layers),
        "posts": ", ".join(settings.posts) or "**/*.{md,markdown,mdx}",
        "exclude": ", ".join(settings.exclude) or none,
        "renderer": ", ".join(site.renderers),
        "yaml": site.yaml,
        "code-shortcodes": ", ".join(sorted(site.code_shortcodes)) or none,
        "lang": settings.lang,
        "fail-on": ", ".join(
            [settings.fail_on.severity, *(rule for rule, _ in settings.fail_on.rules)]
        ),
        "max-findings": str(settings.max_findings),
        "baseline": os.path.relpath(settings.baseline) if settings.baseline else none,
        "max-file-size": f"{settings.max_bytes // 1_000_000} MB",
        "names": str(len(site.names.names)) if site.names else none,
        "tags": str(len(site.vocabularies["tags"].tags)) if site.has("tags") else none,
        "categories": (
            str(len(site.vocabularies["categories"].tags)) if site.has("categories") else none
        ),
        "front-matter": Text("a JSON Schema", "JSON Schemaあり")[lang] if site.schema else none,
    }
    for key, value in shown.items():
        print(visible(f"{key}: {value}"))
    print("rules:")
    for state in rule_states(settings):
        origin = plugin_of_rule(state.rule)
        level = state.severity if state.on else "off"
        print(visible(f"  {state.rule.name}: {level}{f'  # {origin}' if origin else ''}"))
