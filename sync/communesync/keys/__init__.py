"""Who may take part in the exchange: station keys, signed key lists, enrolment, and what each key may write."""
