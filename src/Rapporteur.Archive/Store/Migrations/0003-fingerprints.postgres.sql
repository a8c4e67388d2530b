-- What the words of quotations are found by in other articles (Fingerprints): three words in a row as one number.
CREATE TABLE fingerprints (
    id bigint PRIMARY KEY,
    fingerprints integer[] NOT NULL
);

CREATE INDEX fingerprints_by_number ON fingerprints USING gin (fingerprints);
