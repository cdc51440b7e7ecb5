INSERT INTO challenges (vote_id, member_id, asked_at) VALUES
  ({uuid:901}, {uuid:101}, '2026-03-16T09:00:00+00:00'),
  ({uuid:901}, {uuid:102}, '2026-03-16T09:00:01+00:00');
