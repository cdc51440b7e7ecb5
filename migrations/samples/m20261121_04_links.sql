INSERT INTO links (hash, member_id, valid_until, used_at) VALUES
  ('1a79a4d60de6718e8e5b326e338ae533f1a2b3c4d5e6f708192a3b4c5d6e7f80', {uuid:101}, '2026-01-12T09:20:00+00:00', '2026-01-12T09:04:00+00:00'),
  ('2b89a4d60de6718e8e5b326e338ae533f1a2b3c4d5e6f708192a3b4c5d6e7f81', {uuid:101}, '2026-01-13T09:20:00+00:00', NULL);
