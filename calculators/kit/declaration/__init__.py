"""What a calculator is declared with."""
