"""What helps to decide: how an answer moves with what it was computed from."""
