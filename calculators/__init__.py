"""The playbook's calculators: one module each, found by listing this package.

Standard library only, because the same files run at build time, on the command
line and in the reader's browser.
"""

__version__ = "1.0"
