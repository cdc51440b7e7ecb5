INSERT INTO supports (proposal_id, member_id, given_at) VALUES
  ({uuid:701}, {uuid:101}, '2026-01-22T09:00:00+00:00'),
  ({uuid:701}, {uuid:102}, '2026-01-23T09:00:00+00:00');
