"""What a user can do, one small class per task. The window and the command line call only these; no Qt, SQL
or httpx here.
"""
