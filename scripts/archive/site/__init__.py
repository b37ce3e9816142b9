"""What is done to the built site as a whole."""
