"""The Markdown pages and their front matter."""
