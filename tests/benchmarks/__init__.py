"""Timings, each as a ratio to a bare baseline of the same run: `python3 packaging/dev.py bench [NAME …]`.

Machines differ and share their cores, so a figure alone says little; the ratio of two medians taken in turn says more.
Nothing here is a test: a slow machine fails no build.
"""
