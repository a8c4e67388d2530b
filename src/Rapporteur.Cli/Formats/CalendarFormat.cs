using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Rapporteur.Events;
using Rapporteur.Times;

namespace Rapporteur.Cli.Formats;

/// <summary>
/// iCalendar (RFC 5545): one calendar of what the articles say is to come. A day or a longer period is an event of whole days, an
/// hour one that starts then, in the reader's own time zone. The same article gives the same bytes: the stamp is the day of
/// publication, the id is made from what the entry says.
/// </summary>
internal sealed class CalendarFormat : IOutputFormat<Reading>
{
    public string Start => "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rapporteur//Agenda//EN\r\n";

    public string Between => "";

    public ReadOnlyMemory<byte> Render(Reading result)
    {
        var text = new StringBuilder();
        foreach (var entry in result.Agenda)
            if (TimexPeriod.TryParse(entry.Date, out var period)) text.Append(new EventSerializer().SerializeToString(Event(result, entry, period)));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public string End() => "END:VCALENDAR\r\n";

    private static CalendarEvent Event(Reading reading, AgendaEntry entry, TimexPeriod period)
    {
        var published = reading.Article.Published?.Day ?? period.First;
        var happening = new CalendarEvent
        {
            Uid = Id(reading, entry),
            DtStamp = new CalDateTime(published.Year, published.Month, published.Day, 0, 0, 0, CalDateTime.UtcTzId),
            Summary = Summary(entry),
            Description = Excerpt(reading, entry),
            Location = entry.Place?.Text,
        };
        if (Uri.TryCreate(reading.Article.Url, UriKind.Absolute, out var url)) happening.Url = url;
        if (period.Time is { } time)
        {
            happening.DtStart = new CalDateTime(period.First.Year, period.First.Month, period.First.Day, time.Hour, time.Minute, 0);
            return happening;
        }

        var end = period.Last.AddDays(1);
        happening.DtStart = new CalDateTime(period.First.Year, period.First.Month, period.First.Day);
        happening.DtEnd = new CalDateTime(end.Year, end.Month, end.Day);
        return happening;
    }

    private static string Summary(AgendaEntry entry) =>
        entry.Participants.IsEmpty ? entry.What.Text : $"{entry.What.Text} ({string.Join(", ", entry.Participants.Select(p => p.Name))})";

    // The sentence that says so.
    private static string Excerpt(Reading reading, AgendaEntry entry)
    {
        var document = reading.Document;
        var token = document.Tokens.IndexAt(entry.What.Evidence.Start);
        var sentence = document.Sentences.First(s => s.First <= token && token < s.End);
        return document.Text[document.Tokens.Starts[sentence.First]..document.Tokens[sentence.End - 1].End];
    }

    private static string Id(Reading reading, AgendaEntry entry)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{reading.Article.Id}\n{reading.Article.Url}\n{entry.What.Evidence.Start}\n{entry.What.Text}\n{entry.Date}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16)) + "@rapporteur";
    }
}
