"""What the emitters of machine-readable files say about each thing: rules, procedures and sources as plain data."""
