-- What was fetched from the web, so that servers are asked only for what is new.
CREATE TABLE fetched (
    address TEXT PRIMARY KEY,
    etag TEXT,                     -- the validators of HTTP (RFC 9110, 8.8)
    last_modified TEXT,
    stamp TEXT                     -- what the feed said of an article that it announced
) STRICT, WITHOUT ROWID;
