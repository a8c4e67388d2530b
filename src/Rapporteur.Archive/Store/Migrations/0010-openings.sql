-- How an article without a headline begins (Opening): what lists show of it.
ALTER TABLE versions ADD COLUMN opening TEXT;
