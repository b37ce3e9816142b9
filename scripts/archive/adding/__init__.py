"""Adding texts: which files are taken, under which names, and what a table says of them."""
