INSERT INTO reminder_rounds (vote_id, kind, gathered_at) VALUES
  ({uuid:901}, 'before_end', '2026-02-18T09:00:00+00:00');
INSERT INTO reminders (vote_id, member_id, kind) VALUES
  ({uuid:901}, {uuid:101}, 'before_end');
INSERT INTO reminders_declined (member_id, declined_at) VALUES
  ({uuid:102}, '2026-02-17T09:00:00+00:00');
