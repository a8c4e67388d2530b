-- What comes into an inverted index waits in a list, which every search reads through: with one for each month the lists are kept short.
SET LOCAL lock_timeout = 300;

DO $$
DECLARE part regclass;
BEGIN
    FOR part IN
        SELECT x.indexrelid FROM pg_inherits i JOIN pg_index x ON x.indrelid = i.inhrelid JOIN pg_class c ON c.oid = x.indexrelid JOIN pg_am a ON a.oid = c.relam
        WHERE i.inhparent IN ('statement_words'::regclass, 'fingerprints'::regclass) AND a.amname = 'gin'
    LOOP
        EXECUTE format('ALTER INDEX %s SET (gin_pending_list_limit = 256)', part);
    END LOOP;
END $$;
