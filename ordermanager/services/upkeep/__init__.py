"""Keeping the workspace well: backups, the doctor, the log."""
