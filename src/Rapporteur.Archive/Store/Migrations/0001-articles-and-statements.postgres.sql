-- The words that statements are found by, each with its field (Lexemes) and where it stands.
CREATE TABLE statement_words (
    id bigint PRIMARY KEY,
    words tsvector NOT NULL,
    text text COLLATE "C"          -- of the few statements whose words fit into no tsvector
);

CREATE INDEX statement_words_by_word ON statement_words USING gin (words);

-- How often which words are is what decides how a search is done.
ALTER TABLE statement_words ALTER COLUMN words SET STATISTICS 1000;
