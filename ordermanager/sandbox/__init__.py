"""A local server that speaks the Yespo API as far as it is known (yespo-api.md), for the demo, training and
tests.

It has its own data file and its own SQL (sandbox/data.py); nothing in it is used to talk to the real service.
"""
