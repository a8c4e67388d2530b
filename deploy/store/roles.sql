-- The store's database and who may use it, run once by its administrator: psql -v ON_ERROR_STOP=1 -f roles.sql postgres
-- Passwords are set afterwards (deploy/secrets.sh makes store-passwords.sql).

-- Owns the archive and cannot sign in. Whoever writes acts as it, since the archive grows tables while it is written: a partition
-- for each month, and what a new version of rapporteur brings.
CREATE ROLE rapporteur_owner NOLOGIN;
CREATE DATABASE news OWNER rapporteur_owner ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0;
REVOKE ALL ON DATABASE news FROM PUBLIC;

-- Roles of their own, so that each can be shut out alone, and a crowd of workers leaves the desk its connections.
CREATE ROLE rapporteur_worker LOGIN CONNECTION LIMIT 150 IN ROLE rapporteur_owner;
CREATE ROLE rapporteur_desk LOGIN CONNECTION LIMIT 40 IN ROLE rapporteur_owner;
ALTER ROLE rapporteur_worker IN DATABASE news SET role = 'rapporteur_owner';
ALTER ROLE rapporteur_desk IN DATABASE news SET role = 'rapporteur_owner';

-- Looks and changes nothing: for rapporteur find and export, and for SQL. readers.sql says what it may see.
CREATE ROLE rapporteur_reader LOGIN CONNECTION LIMIT 20;
ALTER ROLE rapporteur_reader SET default_transaction_read_only = on;
GRANT CONNECT ON DATABASE news TO rapporteur_reader;

\connect news
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO rapporteur_owner;
