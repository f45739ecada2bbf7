"""Imports: their records, the scratch databases of a review and of a run, taking one back."""
