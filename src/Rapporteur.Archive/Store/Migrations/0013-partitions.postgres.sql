-- What is large is kept by month (PartitionMonth). These tables take the places of those without a suffix when 0014 has moved what is in
-- them. Who has the archive open reads on; who writes waits, or is told to be brought up to date.
SET LOCAL lock_timeout = 300;

CREATE TABLE statements_parted (LIKE statements) PARTITION BY RANGE (id);
ALTER TABLE statements_parted ADD PRIMARY KEY (id);
CREATE INDEX ON statements_parted (article, number);
CREATE INDEX ON statements_parted (voice, id);
CREATE TABLE statements_before PARTITION OF statements_parted FOR VALUES FROM (MINVALUE) TO (156873680486400);
CREATE TABLE statements_after PARTITION OF statements_parted FOR VALUES FROM (219623152680960) TO (MAXVALUE);

CREATE TABLE statement_words_parted (LIKE statement_words) PARTITION BY RANGE (id);
ALTER TABLE statement_words_parted ADD PRIMARY KEY (id);
CREATE INDEX ON statement_words_parted USING gin (words);
CREATE TABLE statement_words_before PARTITION OF statement_words_parted FOR VALUES FROM (MINVALUE) TO (156873680486400);
CREATE TABLE statement_words_after PARTITION OF statement_words_parted FOR VALUES FROM (219623152680960) TO (MAXVALUE);

CREATE TABLE fingerprints_parted (LIKE fingerprints) PARTITION BY RANGE (id);
ALTER TABLE fingerprints_parted ADD PRIMARY KEY (id);
CREATE INDEX ON fingerprints_parted USING gin (fingerprints);
CREATE TABLE fingerprints_before PARTITION OF fingerprints_parted FOR VALUES FROM (MINVALUE) TO (156873680486400);
CREATE TABLE fingerprints_after PARTITION OF fingerprints_parted FOR VALUES FROM (219623152680960) TO (MAXVALUE);

-- Between which numbers the statements of an article are: who asks for them by article asks few partitions.
CREATE TABLE statement_spans (
    article bigint PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    first_id bigint NOT NULL,
    last_id bigint NOT NULL
);

-- Packs that are there have numbers without a month: they are what is before the first. A version's pack is looked after by who writes.
ALTER TABLE versions DROP CONSTRAINT versions_pack_fkey;
ALTER TABLE packs RENAME TO packs_before;
ALTER TABLE packs_before ALTER COLUMN id DROP IDENTITY;
ALTER INDEX packs_pkey RENAME TO packs_before_pkey;
CREATE TABLE packs (LIKE packs_before) PARTITION BY RANGE (id);
ALTER TABLE packs ADD PRIMARY KEY (id);
ALTER TABLE packs ATTACH PARTITION packs_before FOR VALUES FROM (MINVALUE) TO (26388279066624000);
CREATE TABLE packs_after PARTITION OF packs FOR VALUES FROM (26916044647956480) TO (MAXVALUE);

-- How far PartitionMove has come with each table.
CREATE TABLE moved (
    name text PRIMARY KEY,
    last_id bigint NOT NULL
);
