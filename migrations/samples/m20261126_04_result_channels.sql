UPDATE results SET channels = '{"totals":[{"channel":"web","took_part":2,"blank":0,"spoiled":0}]}' WHERE vote_id = {uuid:901};
