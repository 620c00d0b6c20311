"""Open data: tables without people as a Frictionless data package."""
