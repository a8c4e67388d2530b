-- What rapporteur_reader may see, run in the archive's database once a worker or the desk has made its tables, and again after a new
-- version of rapporteur: psql -v ON_ERROR_STOP=1 -f readers.sql news
-- Everything but what tells of people who sign in.

GRANT USAGE ON SCHEMA public TO rapporteur_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO rapporteur_reader;
REVOKE ALL ON accounts, api_keys, audit, protection_keys, sessions FROM rapporteur_reader;
