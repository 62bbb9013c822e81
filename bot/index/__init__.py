"""What a snapshot is made of: encoder, vectors, words, passages."""
