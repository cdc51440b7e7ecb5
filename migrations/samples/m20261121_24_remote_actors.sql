INSERT INTO remote_actors (id, kind, host, name, username, inbox, shared_inbox, outbox, public_pem, url, refreshed_at) VALUES
  ('https://beta.example/actor', 'Group', 'beta.example', 'Beta', 'beta', 'https://beta.example/inbox', NULL, 'https://beta.example/outbox', '-----BEGIN PUBLIC KEY-----', 'https://beta.example/', '2026-02-01T09:00:02+00:00'),
  ('https://social.example/users/dave', 'Person', 'social.example', 'Dave', 'dave', 'https://social.example/users/dave/inbox', 'https://social.example/inbox', NULL, '-----BEGIN PUBLIC KEY-----', NULL, '2026-02-01T09:00:02+00:00');
