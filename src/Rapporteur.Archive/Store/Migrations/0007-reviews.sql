-- What people say of statements (Reviews/): each once and for good, but for which of a thread stands. They go with their article.
ALTER TABLE state ADD COLUMN last_review INTEGER NOT NULL DEFAULT 0;  -- the highest number given to a review

CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,        -- in the order of writing
    key TEXT NOT NULL UNIQUE,      -- the same in every archive that it is brought to
    article INTEGER NOT NULL,
    version INTEGER NOT NULL,      -- the number of the version whose text it counts in
    thread INTEGER NOT NULL,       -- the first review of the same statement
    kind INTEGER NOT NULL,         -- ReviewKind
    takes_back INTEGER,            -- the review that it takes back
    reviewer TEXT NOT NULL,
    moment INTEGER NOT NULL,       -- milliseconds since 1970, UTC
    stands INTEGER NOT NULL,       -- 1 where it is what its thread comes to
    body BLOB NOT NULL,            -- ReviewBody, as JSON
    FOREIGN KEY (article, version) REFERENCES versions (article, number) ON DELETE CASCADE
) STRICT;

CREATE INDEX reviews_by_article ON reviews (article, version, id);
CREATE INDEX reviews_standing ON reviews (stands, id);
