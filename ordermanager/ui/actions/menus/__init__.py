"""The actions of the window, a file for each menu; `ui/actions/table.py` joins them."""
