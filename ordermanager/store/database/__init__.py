"""The database itself: its files, connections, schema, migrations and backups. Knows nothing of orders."""
