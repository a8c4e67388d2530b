-- What each article's newest version is about (ArticleProfile), for those whose day of publication is known.
CREATE TABLE profiles (
    article INTEGER PRIMARY KEY REFERENCES articles (id),
    day INTEGER NOT NULL,          -- of publication, days since 0001-01-01
    terms BLOB NOT NULL
) STRICT;

CREATE INDEX profiles_by_day ON profiles (day);
