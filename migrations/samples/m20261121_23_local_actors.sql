INSERT INTO local_actors (kind, public_pem, private_key, made_at) VALUES
  ('neighbourhood', '-----BEGIN PUBLIC KEY-----', {bytes:00ff10a7}, '2026-01-10T09:00:00+00:00'),
  ('instance', '-----BEGIN PUBLIC KEY-----', {bytes:}, '2026-01-10T09:00:00+00:00');
