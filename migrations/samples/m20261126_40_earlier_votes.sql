UPDATE votes SET earlier_id = {uuid:901} WHERE id = {uuid:902};
