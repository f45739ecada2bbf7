"""Trying everything without an account: the sandbox inside the program, and the demo."""
