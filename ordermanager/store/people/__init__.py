"""Customers and contacts: who is one person, the list of customers, and what is known of one."""
