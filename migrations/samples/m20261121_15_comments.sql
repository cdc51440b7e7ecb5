INSERT INTO comments (id, proposal_id, parent_id, author_id, text, placed_at, hidden_at, hidden_by, hidden_reason) VALUES
  ({uuid:801}, {uuid:701}, NULL, {uuid:102}, 'Waar blijven de auto''s?', '2026-01-24T09:00:00+00:00', NULL, NULL, NULL),
  ({uuid:802}, {uuid:701}, {uuid:801}, {uuid:101}, 'Achter de school is plaats.', '2026-01-24T10:00:00+00:00', NULL, NULL, NULL),
  ({uuid:803}, {uuid:701}, NULL, {uuid:103}, '…', '2026-01-24T11:00:00+00:00', '2026-01-24T12:00:00+00:00', {uuid:101}, 'names a neighbour');
