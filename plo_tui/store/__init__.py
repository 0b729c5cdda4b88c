"""The store: the only part that reaches a database. Screens call its verbs and its readers."""
