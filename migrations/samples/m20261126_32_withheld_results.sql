UPDATE results SET is_withheld = TRUE WHERE vote_id = {uuid:901};
