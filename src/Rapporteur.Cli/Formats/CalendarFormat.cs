using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        var calendar = new CalendarWriter();
        foreach (var entry in result.Agenda)
            if (TimexPeriod.TryParse(entry.Date, out var period)) Write(calendar, result, entry, period);
        return calendar.ToArray();
    }

    public string End() => "END:VCALENDAR\r\n";

    private static void Write(CalendarWriter calendar, Reading reading, AgendaEntry entry, TimexPeriod period)
    {
        calendar.Write("BEGIN", "VEVENT");
        calendar.Write("UID", Id(reading, entry));
        calendar.Write("DTSTAMP", Day(reading.Article.Published?.Day ?? period.First) + "T000000Z");
        if (period.Time is { } time)
        {
            calendar.Write("DTSTART", Day(period.First) + time.ToString("'T'HHmmss", CultureInfo.InvariantCulture));
        }
        else
        {
            calendar.Write("DTSTART;VALUE=DATE", Day(period.First));
            calendar.Write("DTEND;VALUE=DATE", Day(period.Last.AddDays(1)));
        }

        calendar.WriteText("SUMMARY", Summary(entry));
        calendar.WriteText("DESCRIPTION", Excerpt(reading, entry));
        if (entry.Place is { } place) calendar.WriteText("LOCATION", place.Text);
        if (Uri.TryCreate(reading.Article.Url, UriKind.Absolute, out var url)) calendar.Write("URL", url.AbsoluteUri);
        calendar.Write("END", "VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

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
