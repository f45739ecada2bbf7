"""Pages for a printer or a PDF file."""
