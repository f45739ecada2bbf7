"""Which column fills which field: layouts, the dictionary of headers, profiles, what a person changed."""
