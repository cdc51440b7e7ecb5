INSERT INTO proposal_versions (proposal_id, version, title, summary, text, written_at) VALUES
  ({uuid:701}, 1, 'Fietsenrekken', 'Tien rekken bij de school.', 'Wij stellen voor …', '2026-01-20T09:00:00+00:00'),
  ({uuid:701}, 2, 'Fietsenrekken bij de school', 'Twintig rekken, op de plaats van twee parkeervakken.', 'Wij stellen voor …', '2026-01-25T09:00:00+00:00'),
  ({uuid:702}, 1, 'We keep the park', 'Neighbours look after the park.', '', '2026-02-20T09:00:00+00:00');
