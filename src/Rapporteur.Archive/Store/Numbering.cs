using Rapporteur.Archive.People;

namespace Rapporteur.Archive.Store;

/// <summary>Gives numbers to what comes into an archive, within the transaction that brings it. None is given twice.</summary>
internal abstract class Numbering
{
    /// <summary>Numbers of new articles, rising. They are not given again, even where the article goes.</summary>
    public abstract IReadOnlyList<long> Articles(int count);

    /// <summary>Which records may share a pack with those of articles of a day: those of the same group.</summary>
    /// <param name="day">The day of publication, in days since 0001-01-01; or null.</param>
    public virtual long PackGroup(int? day) => 0;

    /// <summary>The group of a pack that is there.</summary>
    public virtual long GroupOf(long pack) => 0;

    /// <summary>Numbers of new packs of records.</summary>
    /// <param name="groups">The group of each.</param>
    public abstract IReadOnlyList<long> Packs(IReadOnlyList<long> groups);

    /// <summary>Numbers of new statements (<see cref="StatementOrder"/>): of those of one day, the later in the list has the higher.</summary>
    /// <param name="days">The day of each, or null.</param>
    public abstract IReadOnlyList<long> Statements(IReadOnlyList<int?> days);

    /// <summary>The numbers of voices: of those that are there theirs, of others new ones.</summary>
    public abstract IReadOnlyDictionary<VoiceKey, long> Voices(IEnumerable<VoiceKey> keys);
}
