"""Sending as a person sees it: what will happen, the question before it, how far it is, and the reports of runs."""
