"""What an order is: fields, states, checks, JSON, totals, contact matching, events.

Pure functions and values: no files, network, SQL or Qt, no clock (`now` is passed in), no settings.
"""
