"""Words for which a page is looked for and which it does not say itself, or says only in passing, by the page's path."""

_WORDS = {
    "index.md": "install setup getting started quick start suppress disable インストール 導入 使い方 始め方 抑制 無効化",
    "guide-blog.md": "personal beginner start turn off disable ignore suppress silence one rule post 個人 初心者 無効 抑制 オフ 無視 この記事だけ",
    "guide-newsroom.md": "editors team media company AI generated drafts 編集者 メディア チーム AIが書いた文章 生成AI 下書き",
    "guide-documentation.md": "technical writers manual docs site multilingual ドキュメント マニュアル 技術文書 多言語",
    "guide-ci.md": "continuous integration pipeline github actions gitlab pull request exit code pre-commit hook CIで検査 自動検査 プルリクエスト 終了コード フック",
    "from-textlint.md": "migrate migration switch replace textlint 移行 乗り換え prh",
    "from-vale.md": "migrate migration switch replace vale styles 移行 乗り換え スタイル",
    "from-markdownlint.md": "migrate migration switch replace markdownlint rumdl MD013 移行 乗り換え",
    "comparison.md": "alternatives versus difference textlint vale markdownlint rumdl which tool 比較 違い どちら",
    "own-rules.md": "custom rule write create my own house rule forbidden words banned 独自ルール 自作 禁止語 書き方 カスタム",
    "own-checks.md": "custom check plugin python extend プラグイン 拡張 自作",
    "editors.md": "vs code vscode visual studio vim neovim emacs lsp language server エディタ",
    "tags.md": "merge tags synonyms clean up tag vocabulary タグの統一 整理 表記ゆれ 統合 まとめる",
    "names.md": "product company brand spelling dictionary glossary terms 製品名 社名 ブランド 表記ゆれ 辞書 用語集",
    "front-matter.md": "metadata yaml header required keys schema メタデータ 必須項目 スキーマ",
    "prose.md": "grammar style japanese english sentences preset 文法 文体 校正 日本語 プリセット",
    "links.md": "broken dead external links 404 リンク切れ 外部リンク",
    "moving.md": "rename move a post change url slug redirect 改名 URLを変える 移動 リダイレクト",
    "gate.md": "baseline fix autofix exit code ignore old findings ベースライン 自動修正 過去記事 既存の指摘 終了コード",
    "dashboard.md": "statistics report overview health chart 統計 グラフ 集計 全体の状況",
    "serve.md": "browser preview web page without editor プレビュー ブラウザ 画面",
    "assistants.md": "chatgpt claude llm agent mcp ai assistant 生成AI エージェント",
    "configuration.md": "settings exclude ignore a folder files lintpost.yml 設定ファイル 除外 フォルダーを除く",
    "settings.md": "reference keys options exclude folder 設定項目 一覧 キー 除外",
    "commands.md": "command line options flags help cli コマンド オプション 一覧",
    "api.md": "python library import パイソン ライブラリ",
    "json.md": "output format machine readable report 出力形式",
    "speed.md": "performance slow cache parallel 遅い 高速化 キャッシュ 並列",
    "stability.md": "compatibility versions semver breaking changes 互換性 バージョン",
    "rules/ja/doubled-particle.md": "二重助詞 助詞の重複 no-doubled-joshi",
    "rules/ja/ra-dropped.md": "ら抜き言葉",
    "rules/ja/sentence-length.md": "一文が長い 長文 文の長さ",
    "rules/en/sentence-length.md": "sentence too long",
    "rules/ja/style-mix.md": "敬体 常体 です ます である 文体の混在",
    "rules/bold/unrendered.md": "太字が表示されない 太字にならない アスタリスク bold does not work shows asterisks",
    "rules/site/same-title.md": "duplicate titles タイトルの重複",
    "rules/structure/image-alt.md": "missing alt text 代替テキスト alt属性",
    "rules/links/dead-link.md": "broken link リンク切れ 404",
    "rules/names/spelling.md": "misspelled product name 表記ゆれ",
    "rules/front-matter/date.md": "invalid date 日付の形式 不正な日付",
}


def search_words() -> dict[str, str]:
    """The words of each page that has some, of both languages, with spaces between them."""
    return dict(_WORDS)
