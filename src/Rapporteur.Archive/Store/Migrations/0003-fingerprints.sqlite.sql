-- What the words of quotations are found by in other articles (Fingerprints): three words in a row as one word of letters and digits.
-- An index of words, as its parts are merged in order: rows put one by one into a tree would cost more the larger it is.
CREATE VIRTUAL TABLE fingerprints USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
