INSERT INTO vote_changes (vote_id, position, change) VALUES
  ({uuid:901}, 1, '{"at":"2026-02-16T09:00:00Z","change":"extended","reason":"De brieven kwamen laat","until":"2026-02-22T09:00:00Z"}');
