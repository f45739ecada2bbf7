"""Bringing files into the workspace: opened, looked through, checked, stored, and taken back."""
