"""How fast the site starts, answers and builds: `make bench` writes results.md."""
