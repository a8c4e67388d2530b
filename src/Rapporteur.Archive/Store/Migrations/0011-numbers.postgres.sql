-- Who adds takes numbers from here and waits for nobody (PostgresNumbering).
CREATE SEQUENCE article_numbers;
CREATE SEQUENCE pack_numbers;
CREATE SEQUENCE statement_numbers MINVALUE 0 MAXVALUE 4294967295 START 0 CYCLE;

SELECT setval('article_numbers', last_article) FROM state WHERE last_article > 0;
SELECT setval('pack_numbers', max(id)) FROM packs HAVING max(id) > 0;
SELECT setval('statement_numbers', max(id & 4294967295)) FROM statements HAVING count(*) > 0;
