-- Who is heard, and how much (VoiceTable): counts over the statements, changed with them.
CREATE TABLE voices (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,         -- VoiceKind
    key TEXT NOT NULL,             -- VoiceKey
    name TEXT NOT NULL,            -- as most of its statements print it
    words TEXT NOT NULL,           -- what it is looked for by, each word after a blank
    role TEXT,                     -- what most of its statements say it is
    actor TEXT,                    -- whom it most often speaks for
    statements INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    first_day INTEGER NOT NULL,    -- of its statements, days since 0001-01-01; -1 where none is known
    last_day INTEGER NOT NULL,
    UNIQUE (kind, key)
) STRICT;

CREATE INDEX voices_by_statements ON voices (kind, statements, key);
CREATE INDEX voices_by_last_day ON voices (kind, last_day, key);

-- How many statements of a voice have which value of what (Facet).
CREATE TABLE tallies (
    voice INTEGER NOT NULL,
    facet INTEGER NOT NULL,
    value TEXT NOT NULL,
    statements INTEGER NOT NULL,
    PRIMARY KEY (voice, facet, value)
) STRICT, WITHOUT ROWID;

-- How many statements were made on each day.
CREATE TABLE days (
    day INTEGER PRIMARY KEY,
    statements INTEGER NOT NULL
) STRICT;

-- The speaker, where named, and who published it: what counts and lists go by.
ALTER TABLE statements ADD COLUMN voice INTEGER;
ALTER TABLE statements ADD COLUMN outlet TEXT;

UPDATE statements SET outlet = (SELECT v.outlet FROM articles a JOIN versions v ON v.article = a.id AND v.number = a.newest WHERE a.id = statements.article);

CREATE INDEX statements_by_voice ON statements (voice, id);
