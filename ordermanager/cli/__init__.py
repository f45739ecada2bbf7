"""The command line: reads arguments, calls services, prints what they return. No Qt (but to start the
window), no SQL.
"""
