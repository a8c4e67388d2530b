using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rapporteur.Records;
using Rapporteur.Times;

namespace Rapporteur.Archive.Exchange;

/// <summary>
/// iCalendar (RFC 5545): one calendar of what the articles say is to come. A day or a longer period is an event of whole days, an
/// hour one that starts then, in the reader's own time zone. The same article gives the same bytes: the stamp is the day of
/// publication, the id is made from what the entry says.
/// </summary>
internal sealed class AgendaCalendar : IRecordExport
{
    private readonly Stream _stream;

    public AgendaCalendar(Stream stream)
    {
        _stream = stream;
        _stream.Write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rapporteur//Agenda//EN\r\n"u8);
    }

    public void Write(Record record, long? article = null)
    {
        if (record.Agenda.IsEmpty) return;
        var calendar = new CalendarWriter();
        var sentences = new RecordSentences(record);
        foreach (var entry in record.Agenda)
            if (TimexPeriod.TryParse(entry.Date, out var period)) Write(calendar, record.Document, entry, period, sentences);
        _stream.Write(calendar.ToArray());
    }

    public void Complete() => _stream.Write("END:VCALENDAR\r\n"u8);

    private static void Write(CalendarWriter calendar, RecordDocument document, RecordAgendaEntry entry, TimexPeriod period, RecordSentences sentences)
    {
        calendar.Write("BEGIN", "VEVENT");
        calendar.Write("UID", Id(document, entry));
        calendar.Write("DTSTAMP", Day(PublicationDate.TryParse(document.Published, out var published) ? published.Day : period.First) + "T000000Z");
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
        calendar.WriteText("DESCRIPTION", sentences.Around(entry.Evidence[0]));
        if (entry.Place is { } place) calendar.WriteText("LOCATION", place.Text);
        if (Uri.TryCreate(document.Url, UriKind.Absolute, out var url)) calendar.Write("URL", url.AbsoluteUri);
        calendar.Write("END", "VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Summary(RecordAgendaEntry entry) =>
        entry.Participants.IsEmpty ? entry.What : $"{entry.What} ({string.Join(", ", entry.Participants.Select(p => p.Name))})";

    private static string Id(RecordDocument document, RecordAgendaEntry entry)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{document.Id}\n{document.Url}\n{entry.Evidence[0].Start}\n{entry.What}\n{entry.Date}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16)) + "@rapporteur";
    }
}
