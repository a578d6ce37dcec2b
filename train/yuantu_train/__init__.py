"""Training of the reader of Yuantu: see README.md."""
