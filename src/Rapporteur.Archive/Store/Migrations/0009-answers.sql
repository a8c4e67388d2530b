-- What requests that may come again were answered with: see Answers/KeptAnswers.cs.
CREATE TABLE answers (
    who TEXT NOT NULL,
    key TEXT NOT NULL,
    request BLOB NOT NULL,      -- a hash of the request
    status INTEGER NOT NULL,
    media_type TEXT,
    location TEXT,
    body BLOB NOT NULL,
    expires INTEGER NOT NULL,   -- seconds since 1970
    PRIMARY KEY (who, key)
) STRICT;

CREATE INDEX answers_by_expiry ON answers (expires);
