"""How it looks: colours, spacing, style sheet, icons."""
