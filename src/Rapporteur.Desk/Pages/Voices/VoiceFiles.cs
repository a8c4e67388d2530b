using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.People;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Voices;

/// <summary>Speakers and actors as files.</summary>
internal static class VoiceFiles
{
    /// <summary>A row a voice.</summary>
    public static byte[] Csv(IEnumerable<Voice> voices) => Table(
        "name,key,role,actor,statements,articles,first,last",
        voices.Select(voice => new[] { voice.Name, voice.Key, voice.Role, voice.Actor, Number(voice.Statements), Number(voice.Articles), Day(voice.First), Day(voice.Last) }));

    /// <summary>A row a statement.</summary>
    public static byte[] Csv(IEnumerable<ListedStatement> statements) => Table(
        "statement,day,speaker,role,actor,acts,kind,altered,addressee,target,outlet,title,url,content",
        statements.Select(listed =>
        {
            var (s, article) = (listed.Statement, listed.Article);
            return new[]
            {
                s.Name.ToString(), Day(s.Day), s.Speaker, s.Role, s.Actor, s.Acts, s.Kind.ToString().ToLowerInvariant(), s.Altered ? "yes" : "no", s.Addressee, s.Target,
                article?.Outlet, article?.Title, article?.Url, s.Content,
            };
        }));

    public static byte[] Json(ImmutableArray<Voice> voices) => JsonSerializer.SerializeToUtf8Bytes(voices, VoiceJson.Default.ImmutableArrayVoice);

    public static byte[] Json(Voice voice, VoiceProfile profile, ImmutableArray<DayCount> days) =>
        JsonSerializer.SerializeToUtf8Bytes(new VoiceFile(voice, profile, days), VoiceJson.Default.VoiceFile);

    private static byte[] Table(string heading, IEnumerable<string?[]> rows)
    {
        var table = new StringBuilder(heading).Append("\r\n");
        foreach (var row in rows) table.AppendJoin(',', row.Select(field => CsvField.Of(field ?? ""))).Append("\r\n");
        return Encoding.UTF8.GetBytes(table.ToString());
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day is { } known ? Shown.Iso(known) : null;
}

/// <summary>All that is counted of one voice.</summary>
internal sealed record VoiceFile(Voice Voice, VoiceProfile Profile, ImmutableArray<DayCount> Days);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImmutableArray<Voice>))]
[JsonSerializable(typeof(VoiceFile))]
internal sealed partial class VoiceJson : JsonSerializerContext;
