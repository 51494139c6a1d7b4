"""Abuse: what nobody should type, through every door that the page has into the calculators."""
