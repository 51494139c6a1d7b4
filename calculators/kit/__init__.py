"""What a calculator is made of; names no calculator and knows no HTML."""
