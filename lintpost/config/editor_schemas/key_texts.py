"""What each key of `lintpost.yml` is for: the descriptions of the schema, and the reference of the documentation."""

from lintpost.language import Text

KEY_TEXTS = {
    "extends": Text(
        "Presets, or other configuration files, that this one builds on; of a list, the later one decides.",
        "土台にするプリセットや設定ファイル。リストでは後に書いたものを優先します。",
    ),
    "posts": Text(
        "Patterns of the files that are checked where none is named.",
        "ファイルを指定しないときに検査する記事のパターン。",
    ),
    "exclude": Text(
        "Patterns of files and folders that are left out when folders are walked.",
        "フォルダーを検査するときに除くファイルやフォルダーのパターン。",
    ),
    "renderer": Text(
        "What turns the posts into HTML; several where they go out twice.",
        "記事をHTMLにするもの。2か所に出すなら複数書けます。",
    ),
    "yaml": Text(
        "The version of YAML by which words without quotes are read: 1.1 (Jekyll) or 1.2.",
        "引用符のない値を読むYAMLの版。1.1（Jekyll）か1.2。",
    ),
    "code-shortcodes": Text(
        "Shortcodes and template tags whose body is code or data, not prose.",
        "中身が文章ではなくコードやデータの、ショートコードやテンプレートタグ。",
    ),
    "lang": Text("The language of the messages.", "メッセージの言語。"),
    "front-matter": Text(
        "A JSON Schema of the front matter, or the file that has it.",
        "フロントマターのJSON Schema。またはそのファイル名。",
    ),
    "tags": Text(
        "The vocabulary of tags: its file, or the tags themselves.",
        "タグの語彙。ファイル名か、タグそのもの。",
    ),
    "names": Text(
        "The dictionary of names of products and companies: its files, or the names themselves.",
        "製品名・社名の辞書。ファイル名か、名前そのもの。",
    ),
    "terms": Text("Dictionaries of prh.", "prhの辞書。"),
    "spellings": Text(
        "Files that say how the site writes other words.",
        "そのほかの語の書き方を決めたファイル。",
    ),
    "packs": Text(
        "Folders with rules of your own, or styles of Vale.",
        "独自のルールやValeのスタイルのフォルダー。",
    ),
    "preview": Text(
        "Whether preview rules are on as others are; else each only by its own name.",
        "プレビュー中のルールも、ほかのルールと同じように使うかどうか。falseなら、名前を挙げたものだけを使います。",
    ),
    "rules": Text(
        "Turns rules and families on and off, and sets their severity and options.",
        "ルールやファミリーの有効・無効、重要度、オプション。",
    ),
    "overrides": Text(
        "Other rules or another schema for some posts, by path or front matter; the later one decides.",
        "一部の記事だけ、パスやフロントマターに応じてルールやスキーマを変えます。後に書いたものを優先します。",
    ),
    "fixes": Text(
        "Makes the fixes of a rule or family safe or unsafe, or turns them off.",
        "ルールやファミリーの修正を、安全・要確認・なしのどれかにします。",
    ),
    "baseline": Text(
        "The file with the findings that are known and do not count.",
        "数えない既知の指摘を記録したファイル。",
    ),
    "fail-on": Text(
        "From which severity on, and for which rules, a run ends in status 1.",
        "終了コード1にする重要度と、対象のルール。",
    ),
    "max-findings": Text(
        "The number of findings that are allowed before a run fails.",
        "ここまでなら失敗としない指摘の数。",
    ),
    "max-file-size": Text(
        "Larger files are not read, in megabytes.",
        "これより大きいファイルは読みません（メガバイト）。",
    ),
}
