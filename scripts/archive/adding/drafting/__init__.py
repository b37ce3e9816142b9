"""What a new text says of itself: each module proposes one kind of fact, with the words that state it."""
