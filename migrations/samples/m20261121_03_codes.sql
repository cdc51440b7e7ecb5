INSERT INTO codes (id, member_id, hash, issued_at, valid_until, replaced_at) VALUES
  ({uuid:201}, {uuid:101}, '7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730', '2026-01-12T09:00:00+00:00', '2027-01-01T00:00:00+00:00', '2026-02-12T09:00:00+00:00'),
  ({uuid:202}, {uuid:101}, 'bf07a7fbb825fc0aae7bf4a1177b2b31fcf8a3feeaf7092761e18c859ee52a9c', '2026-02-12T09:00:00+00:00', '2027-01-01T00:00:00+00:00', NULL),
  ({uuid:203}, {uuid:102}, '7c9e6679f2b7a1e2d6c8f1e15bf9d7e0f3cfd0f4a2e5f4d8d3b2a1c0ffee0001', '2026-01-12T09:00:00+00:00', '2026-02-01T00:00:00+00:00', NULL);
