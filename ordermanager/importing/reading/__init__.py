"""Files to rows of text: what a file is, its encoding, its sheets. The only code that meets a hostile file."""
