-- The words that statements are found by, one column a field of the query language. It keeps where words stand, not the words. They come
-- cut and folded (FoldedWords), blanks between: the tokenizer has nothing to add.
CREATE VIRTUAL TABLE statement_words USING fts5 (
    content, speaker, role, actor, addressee, act, outlet, relay, medium, kind, altered,
    content = '', contentless_delete = 1, tokenize = 'ascii'
);
