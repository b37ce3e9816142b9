"""What is worked out of all articles together."""
