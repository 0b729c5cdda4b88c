"""Documents that leave the app: they take frozen values and write files."""
