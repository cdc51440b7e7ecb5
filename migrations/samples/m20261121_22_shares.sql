INSERT INTO shares (notice_id, shared_by, shared_at, taken_back_at) VALUES
  ({uuid:1201}, {uuid:101}, '2026-02-05T09:00:00+00:00', NULL),
  ({uuid:1202}, {uuid:101}, '2026-02-04T09:00:00+00:00', '2026-02-05T09:00:00+00:00');
