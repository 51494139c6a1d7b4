"""What `make` runs before the project itself can."""
