INSERT INTO followings (partner_id, activity, actor, stage, asked_at) VALUES
  ({uuid:1101}, 'https://alpha.example/activities/1', 'https://beta.example/actor', 'accepted', '2026-02-01T09:00:01+00:00');
