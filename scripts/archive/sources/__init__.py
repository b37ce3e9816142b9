"""Reading and checking: texts, records and all that is wrong with them."""
