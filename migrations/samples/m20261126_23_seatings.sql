INSERT INTO seatings (election_id, position, seated_at, document, hash) VALUES
  ({uuid:1302}, 1, '2026-03-10T09:00:01+00:00', '{"draw":{},"hash":"sha256:21"}', 'sha256:21');
