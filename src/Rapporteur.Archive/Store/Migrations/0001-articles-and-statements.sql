-- Which reader made a record: few, so versions name them by number.
CREATE TABLE readers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    model TEXT NOT NULL,
    UNIQUE (name, version, model)
) STRICT;

-- An article is known by its key (ArticleKey) and called by its number.
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    newest INTEGER NOT NULL        -- the number of its newest version
) STRICT;

-- Records, several packed together (RecordPacks).
CREATE TABLE packs (
    id INTEGER PRIMARY KEY,
    records BLOB NOT NULL
) STRICT;

-- What an article said at one time; a version is never changed but by reading it anew.
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,       -- 1, 2, ... in the order of adding
    hash BLOB NOT NULL,            -- of what it said (ContentHash)
    reader INTEGER NOT NULL REFERENCES readers (id),
    name TEXT,                     -- the caller's name for it: document.id
    title TEXT,
    byline TEXT,
    outlet TEXT,
    url TEXT,
    published TEXT,
    modified TEXT,
    language TEXT,
    pack INTEGER NOT NULL REFERENCES packs (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL,        -- of the record in its pack, from 0
    UNIQUE (article, number)
) STRICT;

CREATE INDEX versions_by_reader ON versions (reader);
CREATE INDEX versions_by_pack ON versions (pack);

-- The statements of each article's newest version. Their numbers rise with the day they were made (StatementOrder), so that an
-- order of numbers is one of time and a range of days is a range of numbers.
CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,       -- 3 for s3
    day INTEGER,                   -- days since 0001-01-01
    kind INTEGER NOT NULL,
    altered INTEGER NOT NULL,
    score INTEGER NOT NULL,        -- thousandths
    speaker TEXT,
    role TEXT,
    actor TEXT,                    -- the actor's code
    act TEXT,                      -- the kinds of its acts, the surest first, blanks between
    addressee TEXT,
    target TEXT,
    relay TEXT,
    medium TEXT,
    content TEXT NOT NULL,
    UNIQUE (article, number)
) STRICT;
