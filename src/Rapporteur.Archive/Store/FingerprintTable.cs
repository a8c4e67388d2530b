using Rapporteur.Archive.Comparison;

namespace Rapporteur.Archive.Store;

/// <summary>The index of what the words of quotations are found by in other articles.</summary>
internal static class FingerprintTable
{
    /// <summary>Adds a statement; one without quoted words is not there.</summary>
    public static void Add(Database database, long id, StatementRow row)
    {
        if (row.Fingerprints.Length > 0) database.Run("INSERT INTO fingerprints (rowid, words) VALUES ($1, $2)", id, row.Fingerprints);
    }

    /// <summary>Takes a statement out.</summary>
    public static void Remove(Database database, long id) => database.Run("DELETE FROM fingerprints WHERE rowid = $1", id);

    /// <summary>The numbers of the statements that hold a fingerprint, at most so many of them.</summary>
    public static List<long> Find(Database database, uint fingerprint, int most) =>
        database.Query("SELECT rowid FROM fingerprints WHERE fingerprints MATCH $1 LIMIT $2", row => row.GetInt64(0), Fingerprints.Word(fingerprint), most);
}
