-- Everything stands in the partitions (PartitionMove). Who reads at this moment is waited for, so that nobody sees a part: what was read
-- before these tables changed places is read to its end.
SET LOCAL lock_timeout = 300;
LOCK TABLE state, articles, versions, statements, statement_words, fingerprints;

DROP TABLE statements, statement_words, fingerprints, moved;
ALTER TABLE statements_parted RENAME TO statements;
ALTER TABLE statement_words_parted RENAME TO statement_words;
ALTER TABLE fingerprints_parted RENAME TO fingerprints;
