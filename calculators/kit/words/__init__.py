"""How a calculator says what it found."""
