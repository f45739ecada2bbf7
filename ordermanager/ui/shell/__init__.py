"""The frame of the window: its parts, how they are made one after another, what it remembers and says."""
