using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Rapporteur.Archive.People;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>
/// Numbers from sequences: whoever takes them waits for nobody, and what is given up leaves a gap. Statements of all days share one: it
/// counts through 32 bits and begins anew; should a number of the same day be there still after four thousand million others, it is in
/// conflict, and the next are taken.
/// </summary>
internal sealed class PostgresNumbering(Database database) : Numbering
{
    /// <inheritdoc/>
    public override IReadOnlyList<long> Articles(int count) => Next("article_numbers", count);

    /// <inheritdoc/>
    public override long PackGroup(int? day) => PartitionMonth.OfPack(day);

    /// <inheritdoc/>
    public override long GroupOf(long pack) => pack >> PartitionMonth.PackBits;

    /// <inheritdoc/>
    public override IReadOnlyList<long> Packs(IReadOnlyList<long> groups) =>
        [.. Next("pack_numbers", groups.Count).Zip(groups, (number, group) => (group << PartitionMonth.PackBits) + number)];

    /// <inheritdoc/>
    public override IReadOnlyList<long> Statements(IReadOnlyList<int?> days)
    {
        var counts = Next("statement_numbers", days.Count);
        return [.. days.Select((day, i) => StatementOrder.First(day) + counts[i])];
    }

    /// <inheritdoc/>
    /// <remarks>A voice's number follows from its key, so that all who add know it without asking. Of ten million voices two share one with a chance of 1 in 180,000.</remarks>
    public override IReadOnlyDictionary<VoiceKey, long> Voices(IEnumerable<VoiceKey> keys) => keys.ToDictionary(
        key => key, key => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{(int)key.Kind} {key.Key}"))) & long.MaxValue);

    private List<long> Next(string sequence, int count) =>
        count == 0 ? [] : database.Query($"SELECT nextval('{sequence}') FROM generate_series(1, $1)", row => row.GetInt64(0), count);
}
