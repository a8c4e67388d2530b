using System.Collections.Immutable;
using Rapporteur.Archive.Happenings;
using Rapporteur.Records;

namespace Rapporteur.Archive.Store;

/// <summary>
/// A record made ready for the archive: keys found, written out, its statements as rows. That needs no archive and takes most of the
/// time, so it may be done on any thread; what remains for the one that adds is to write.
/// </summary>
public sealed class ArchiveEntry
{
    private ArchiveEntry(Record record)
    {
        Document = record.Document with { Text = "" };
        Opening = Store.Opening.Of(record.Document);
        Reader = record.Reader;
        Key = ArticleKey.Of(record.Document);
        Json = RangeSteps.Encode(record.ToJson());
        Rows = StatementRow.Of(record);
        Day = PublicationDate.TryParse(record.Document.Published, out var published) ? published.Day.DayNumber : null;
        Profile = ArticleProfile.Of(record).Pack();
    }

    /// <summary>Makes a record ready.</summary>
    /// <exception cref="ArgumentException">It is no record of this library's making: a range lies outside its text, an id is not one.</exception>
    public static ArchiveEntry Of(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            return new ArchiveEntry(record);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or FormatException)
        {
            throw new ArgumentException($"It is no whole record: {e.Message}", nameof(record), e);
        }
    }

    /// <summary>About how many bytes it takes up until it is added.</summary>
    public long Size => Json.Length;

    internal RecordDocument Document { get; }

    /// <summary>How its text begins, where it has no headline (<see cref="Store.Opening"/>).</summary>
    internal string? Opening { get; }

    internal ReaderIdentity Reader { get; }

    internal ArticleKey Key { get; }

    /// <summary>The record's JSON, its ranges as steps.</summary>
    internal byte[] Json { get; }

    internal ImmutableArray<StatementRow> Rows { get; }

    /// <summary>The day of publication, in days since 0001-01-01; or null.</summary>
    internal int? Day { get; }

    /// <summary>The days of publication and of its statements.</summary>
    internal IEnumerable<int?> Days => Rows.Select(row => row.Day).Append(Day);

    internal byte[] Profile { get; }
}
