"""What leaves the program as files: tables, and what is given away when something does not work."""
