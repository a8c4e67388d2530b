-- What is true of the archive as a whole; one row. Numbers of articles are given once: what was said of one that is gone is not said
-- of the next.
CREATE TABLE state (
    id INTEGER PRIMARY KEY,
    changes INTEGER NOT NULL,      -- goes up with every writing that shows
    last_article INTEGER NOT NULL  -- the highest number given to an article
) STRICT;

INSERT INTO state (id, changes, last_article) SELECT 1, 0, coalesce(max(id), 0) FROM articles;
