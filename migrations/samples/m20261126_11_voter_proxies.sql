UPDATE voters SET proxy_id = {uuid:103} WHERE id = {uuid:1001};
