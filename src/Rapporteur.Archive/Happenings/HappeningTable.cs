using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Archive.Exchange;

namespace Rapporteur.Archive.Happenings;

/// <summary>Happenings for programs: as JSON, and as a table of who is cited in which outlet.</summary>
public static class HappeningTable
{
    /// <summary>An indented JSON array.</summary>
    public static byte[] ToJson(IReadOnlyList<Happening> happenings) => [.. JsonSerializer.SerializeToUtf8Bytes(happenings, HappeningJson.Readable.IReadOnlyListHappening), (byte)'\n'];

    /// <summary>
    /// CSV, a row for each speaker in each outlet that covers the happening, also where the outlet does not cite them: then the
    /// numbers are 0.
    /// </summary>
    public static byte[] ToCsv(IEnumerable<Happening> happenings)
    {
        var rows = new StringBuilder("happening,first,last,title,outlet,articles,speaker,statements,quoted,paraphrased,share\r\n");
        foreach (var happening in happenings)
            foreach (var speaker in happening.Speakers)
                foreach (var outlet in happening.Outlets)
                {
                    var share = speaker.Shares.FirstOrDefault(share => share.Outlet == outlet.Name) ?? new SpeakerShare(outlet.Name, 0, 0, 0, 0);
                    string?[] fields =
                    [
                        Number(happening.Id), Day(happening.First), Day(happening.Last), happening.Title, outlet.Name, Number(outlet.Articles), speaker.Name,
                        Number(share.Statements), Number(share.Quoted), Number(share.Paraphrased), share.Share.ToString("0.###", CultureInfo.InvariantCulture),
                    ];
                    rows.AppendJoin(',', fields.Select(field => CsvField.Of(field ?? ""))).Append("\r\n");
                }

        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<Happening>))]
internal sealed partial class HappeningJson : JsonSerializerContext
{
    private static readonly Lazy<HappeningJson> Once = new(() => new HappeningJson(ReadableJson.Over(Default!.Options)));

    public static HappeningJson Readable => Once.Value;
}
