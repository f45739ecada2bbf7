"""The actions of the window, a file for each menu; `ui/action_table.py` joins them."""
