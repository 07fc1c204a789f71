"""Says why a rule came to no end."""

from lintpost.checks.registry import is_installed_check
from lintpost.engine.time_limit import RuleTimeout
from lintpost.language import Text


def stopped(rule: str, error: Exception, check: str = "") -> Text:
    """Why a rule came to no end over a post, or over the whole site. Of a check of another package, that is named."""
    if isinstance(error, RuleTimeout):
        return Text(
            f"{rule} took longer than {error.seconds} seconds and was stopped; the other rules went on. "
            "A regular expression that repeats a repetition, such as (a+)+, may be the cause",
            f"{rule} は{error.seconds}秒以内に終わらなかったため打ち切りました。ほかのルールの検査は続けました。"
            "(a+)+ のように繰り返しを重ねた正規表現がないか確かめてください",
        )
    what = f"{type(error).__name__}: {error}"
    if is_installed_check(check):
        from lintpost.checks.installed import origin_of

        origin = origin_of(check)
        return Text(
            f"error in {rule} (check {check} of the plug-in {origin}: {what}); the other rules went on",
            f"{rule} でエラーが起きました（プラグイン {origin} のチェック {check}：{what}）。"
            "ほかのルールの検査は続けました",
        )
    return Text(
        f"internal error in {rule} ({what}); the other rules went on",
        f"{rule} の内部エラーです（{what}）。ほかのルールの検査は続けました",
    )
