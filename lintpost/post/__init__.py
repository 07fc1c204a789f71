"""What a post is: source text, front matter, Markdown, bold, sentences. Knows no rule."""
