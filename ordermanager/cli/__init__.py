"""The command line: reads arguments, calls services, prints what they return. No Qt (except the window), no SQL."""
