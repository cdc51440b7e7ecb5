INSERT INTO results (vote_id, outcome, tally, record, record_hash, counted_at, published_at) VALUES
  ({uuid:901}, 'adopted', '{"outcome":"adopted","steps":[]}', '{"hash":"sha256:05","record":{}}', 'sha256:05', '2026-02-20T09:00:01+00:00', '2026-02-20T09:00:02+00:00');
