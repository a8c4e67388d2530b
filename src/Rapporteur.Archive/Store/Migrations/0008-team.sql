-- Who may use a desk that several people share, and what they did there. Times are milliseconds since 1970, UTC.

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    sign_in TEXT NOT NULL UNIQUE,  -- the name without case, which is signed in with and told apart by
    name TEXT NOT NULL,            -- the name as it is shown
    role TEXT NOT NULL,            -- reader, editor, admin
    password TEXT,                 -- its hash; null where an identity provider vouches for the person
    issuer TEXT,                   -- the identity provider, and its name for the person
    subject TEXT,
    disabled INTEGER NOT NULL,
    failures INTEGER NOT NULL,     -- wrong passwords since the last right one
    locked_until INTEGER NOT NULL, -- 0 where it is not
    created INTEGER NOT NULL,
    signed_in INTEGER,             -- the last time
    UNIQUE (issuer, subject)
) STRICT;

-- Who is signed in. A browser holds a random token; what stands here is its hash, which nobody can sign in with.
CREATE TABLE sessions (
    token BLOB PRIMARY KEY,        -- SHA-256
    account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    means TEXT NOT NULL,           -- how the person signed in
    started INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_by_account ON sessions (account);

-- Keys of programs. A key is 256 random bits: its hash needs no salt.
CREATE TABLE api_keys (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,     -- SHA-256 of the whole key
    prefix TEXT NOT NULL,          -- how the key begins, for people to tell it by
    name TEXT NOT NULL,            -- what it is for
    scope TEXT NOT NULL,           -- as a role
    maker INTEGER REFERENCES accounts (id) ON DELETE CASCADE, -- null where it was made on the server itself
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    revoked INTEGER,
    used INTEGER                   -- the last time, to the minute
) STRICT;

-- What was done, by whom. Rows are added and never changed.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT,                      -- null where nobody had signed in
    means TEXT NOT NULL,           -- how: session, key, command, ...
    source TEXT,                   -- the address it came from
    action TEXT NOT NULL,          -- article.add
    target TEXT,                   -- what it was done to
    result TEXT NOT NULL,          -- done, refused, failed
    detail TEXT
) STRICT;

-- What the desk protects its short-lived cookies with: the same for all desks on one archive.
CREATE TABLE protection_keys (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    xml TEXT NOT NULL
) STRICT;
