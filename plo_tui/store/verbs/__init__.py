"""The verbs: the only way to change a record. Each is one transaction and one journal row."""
