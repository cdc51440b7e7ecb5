INSERT INTO batch_entries (batch_id, teller_id, entry) VALUES
  ({uuid:1403}, {uuid:102}, {bytes:00ff});
