using Rapporteur.Archive.People;

namespace Rapporteur.Archive.Store;

/// <summary>Gives numbers to what comes into an archive, within the transaction that brings it. None is given twice.</summary>
internal abstract class Numbering
{
    /// <summary>Numbers of new articles, rising. They are not given again, even where the article goes.</summary>
    public abstract IReadOnlyList<long> Articles(int count);

    /// <summary>Numbers of new packs of records, rising.</summary>
    public abstract IReadOnlyList<long> Packs(int count);

    /// <summary>Numbers of new statements (<see cref="StatementOrder"/>): of those of one day, the later in the list has the higher.</summary>
    /// <param name="days">The day of each, or null.</param>
    public abstract IReadOnlyList<long> Statements(IReadOnlyList<int?> days);

    /// <summary>The numbers of voices: of those that are there theirs, of others new ones.</summary>
    public abstract IReadOnlyDictionary<VoiceKey, long> Voices(IEnumerable<VoiceKey> keys);
}
