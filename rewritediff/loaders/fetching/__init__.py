"""Pages of the web: which addresses may be asked for, and how one page is fetched after a person said so."""
