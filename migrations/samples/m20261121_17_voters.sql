INSERT INTO voters (id, vote_id, number, seat_id, holder_id, alternate_id, sector, seat, key, absent_since) VALUES
  ({uuid:1001}, {uuid:901}, 1, {uuid:501}, {uuid:101}, {uuid:102}, 'residents', 'residents 1', 'sha256:01', '2026-02-16T09:00:00+00:00'),
  ({uuid:1002}, {uuid:901}, 2, {uuid:503}, {uuid:103}, NULL, 'business', 'business 1', 'sha256:02', NULL);
