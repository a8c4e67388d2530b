namespace Rapporteur.Cli.Formats;

/// <summary>The formats that findings can be exported in, for other programs.</summary>
internal static class ExportFormats
{
    /// <summary>iCalendar: what is to come.</summary>
    public const string Calendar = "ics";

    /// <summary>PLOVER: who did what to whom, an event a line.</summary>
    public const string Plover = "plover";

    /// <summary>The names.</summary>
    public static string[] Names => [Calendar, Plover];

    /// <summary>The format called <paramref name="name"/>.</summary>
    public static IOutputFormat<Reading> Create(string name) => name == Calendar ? new CalendarFormat() : new PloverFormat();
}
