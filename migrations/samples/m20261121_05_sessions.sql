INSERT INTO sessions (hash, member_id, code_id, begun_at, valid_until) VALUES
  ('3c99a4d60de6718e8e5b326e338ae533f1a2b3c4d5e6f708192a3b4c5d6e7f82', {uuid:101}, {uuid:202}, '2026-02-12T09:10:00+00:00', '2026-03-14T09:10:00+00:00'),
  ('4da9a4d60de6718e8e5b326e338ae533f1a2b3c4d5e6f708192a3b4c5d6e7f83', {uuid:102}, NULL, '2026-02-12T09:12:00+00:00', '2026-03-14T09:12:00+00:00');
