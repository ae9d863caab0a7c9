"""What leaves the desk, and who answers for it: the allow-list, people's safety, signatures, versions and retractions."""
