UPDATE votes SET secrecy = 'secret', lot = 'c2VjcmV0' WHERE id = {uuid:902};
UPDATE voters SET channel = 'web' WHERE id = {uuid:1001};
