"""Orders as a user works on them: written, checked, found, pasted, changed by the hundred, set beside each other."""
