"""From files, pages, feeds and archives to articles, and from articles to passages."""
