using System.Collections.Immutable;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Team;

/// <summary>The keys that a desk protects its short-lived cookies with. All desks on one archive share them.</summary>
/// <param name="archive">The archive that keeps them, open to write.</param>
public sealed class ProtectionKeys(NewsArchive archive)
{
    /// <summary>All keys, in the order of adding, each an XML element.</summary>
    public ImmutableArray<string> All() => [.. archive.Read(database => database.Query("SELECT xml FROM protection_keys ORDER BY id", row => row.GetString(0)))];

    /// <summary>Adds a key; one of the same name stays as it is.</summary>
    public void Add(string name, string xml) => archive.Write(
        database => database.Run("INSERT INTO protection_keys (name, xml) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", name, xml), shows: false);
}
