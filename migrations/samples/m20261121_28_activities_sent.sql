INSERT INTO activities_sent (serial, id, kind, object, body, is_public, published_at) VALUES
  (1, 'https://alpha.example/activities/1', 'Follow', 'https://beta.example/actor', '{}', FALSE, '2026-02-01T09:00:01+00:00'),
  (2, 'https://alpha.example/activities/2', 'Create', 'https://alpha.example/proposals/1', '{}', TRUE, '2026-02-01T10:00:00+00:00');
