"""What screens and commands read: each reader answers in one moment of the store."""
