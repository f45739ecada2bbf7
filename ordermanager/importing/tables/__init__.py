"""Where in a sheet the table is: headers, titles, totals and other rows that are no orders."""
