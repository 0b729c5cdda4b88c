"""What a PLO pre-proceedings meeting is: agenda, policy, working days, window, rules, records."""
