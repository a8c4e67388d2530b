-- Several write at once: each says which shape it knows (PostgresDatabase). Who says nothing is of the time when writers took turns, gives
-- out numbers that are no longer kept where it looks, and is stopped before it has written anything.
CREATE FUNCTION writers_know_the_shape() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('rapporteur.shape', true), '') = '' THEN
        RAISE EXCEPTION 'a later rapporteur has changed it: nothing was written, use that one';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER writers_know_the_shape BEFORE UPDATE ON state FOR EACH ROW EXECUTE FUNCTION writers_know_the_shape();
