"""The app: the command line, the store, screens and widgets."""

__version__ = "0.1.0"
