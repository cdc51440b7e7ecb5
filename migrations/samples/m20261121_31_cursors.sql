INSERT INTO cursors (name, position) VALUES ('federation', 2);
