"""Extensions of Markdown."""
