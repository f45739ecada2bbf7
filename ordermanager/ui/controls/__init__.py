"""Small parts that any page is made of: lines, bars, chips, fields, tables of dialogs."""
