"""What a column's texts mean: dates, decimals, currencies, status words; and what only a person knows."""
