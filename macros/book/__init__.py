"""The whole playbook as one book, EPUB and PDF, made of the built site."""
