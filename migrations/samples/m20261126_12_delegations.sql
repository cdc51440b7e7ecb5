INSERT INTO delegations (vote_id, position, giver_id, delegate_id, given_at, ended_at) VALUES
  ({uuid:902}, 1, {uuid:101}, {uuid:102}, '2026-03-16T09:00:00+00:00', '2026-03-16T09:00:02+00:00'),
  ({uuid:902}, 2, {uuid:101}, {uuid:103}, '2026-03-16T09:00:03+00:00', NULL);
