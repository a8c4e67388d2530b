using System.Globalization;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>
/// A month, which large tables have a partition for. Statements go by the month that they were made in, as their numbers do
/// (<see cref="StatementOrder"/>): what is asked of some days, or of the latest, is asked of few partitions, in the order of time, and of
/// indexes alone. By the article's month instead, every question about time would ask all. Most statements are made in the month their
/// article appears in, so the months of one article are few. Records, which are asked for by article, go by the month of publication.
/// </summary>
/// <remarks>What is outside these years, or has no day, is rare and shares the first or the last partition.</remarks>
/// <param name="Number">Months since the year 0.</param>
internal readonly record struct PartitionMonth(int Number) : IComparable<PartitionMonth>
{
    /// <summary>The bits of a pack's number below those of its month.</summary>
    public const int PackBits = 40;

    private const int FirstYear = 2000, YearAfter = 2040, Months = 12;

    /// <summary>The first month that has a partition of its own.</summary>
    public static readonly PartitionMonth First = new(FirstYear * Months);

    /// <summary>The month after the last.</summary>
    public static readonly PartitionMonth End = new(YearAfter * Months);

    /// <summary>The first number of its statements.</summary>
    public long FirstStatement => StatementOrder.First(FirstDay.DayNumber);

    /// <summary>The first number of its packs.</summary>
    public long FirstPack => (long)Number << PackBits;

    /// <summary>What the names of its partitions end in.</summary>
    public string Name => FirstDay.ToString("yyyy_MM", CultureInfo.InvariantCulture);

    /// <summary>Its year.</summary>
    public int Year => Number / Months;

    /// <summary>January of its year.</summary>
    public PartitionMonth January => new(Year * Months);

    private DateOnly FirstDay => new(Year, (Number % Months) + 1, 1);

    /// <summary>The month of a day; null where none has a partition of its own.</summary>
    public static PartitionMonth? Of(int? day)
    {
        if (day is null) return null;
        var date = DateOnly.FromDayNumber(day.Value);
        var month = new PartitionMonth((date.Year * Months) + date.Month - 1);
        return month.Number >= First.Number && month.Number < End.Number ? month : null;
    }

    /// <summary>The month after so many.</summary>
    public PartitionMonth After(int months) => new(Number + months);

    /// <summary>What the numbers of packs of articles of a day begin with.</summary>
    public static long OfPack(int? day) => Of(day)?.Number ?? (day >= End.FirstDay.DayNumber ? End.Number : 0);

    /// <summary>The month that a name of <see cref="Name"/> is of.</summary>
    public static PartitionMonth Parse(string name) =>
        new((int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) * Months) + int.Parse(name.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture) - 1);

    /// <inheritdoc/>
    public int CompareTo(PartitionMonth other) => Number.CompareTo(other.Number);
}
