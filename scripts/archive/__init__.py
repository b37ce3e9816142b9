"""The archive: from a text file and its record to a page of the site."""
