INSERT INTO partners (id, handle, stage, actor, name, url, asked_at, answered_at, fault) VALUES
  ({uuid:1101}, '@beta@beta.example', 'following', 'https://beta.example/actor', 'Beta', 'https://beta.example/', '2026-02-01T09:00:00+00:00', '2026-02-01T09:00:05+00:00', NULL),
  ({uuid:1102}, '@gamma@gamma.example', 'not_found', NULL, NULL, NULL, '2026-02-02T09:00:00+00:00', NULL, 'gamma.example does not answer');
