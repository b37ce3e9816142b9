"""Everything to take away or follow, one module a format."""
