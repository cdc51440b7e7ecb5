UPDATE votes SET is_election = TRUE, sector = 'residents' WHERE id = {uuid:902};
