INSERT INTO journal (position, at, actor, event, subject, is_public, details) VALUES
  (1, '2026-01-10T09:00:00+00:00', NULL, 'neighbourhood-founded', {uuid:0}, TRUE, '{"event":"neighbourhood-founded","name":"Alpha"}'),
  (2, '2026-01-10T09:05:00.250+00:00', {uuid:101}, 'member-added', {uuid:102}, FALSE, '{"event":"member-added","member":"01970000-0000-7000-8000-000000000102"}');
