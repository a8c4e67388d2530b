using System.Text.RegularExpressions;

namespace Rapporteur.Desk.Tests.Reviews;

/// <summary>An article to review, and how its forms are sent without a browser.</summary>
internal static partial class ReviewSubject
{
    public const string Text =
        "The council met 😀 in Quillon for two days.\n\n\"The locks open on Monday and the boats may pass,\" Ilse Marten said after the meeting.\n\n"
        + "Per Holm told us that nobody had asked the harbour. The harbour was closed.\n\nNobody else spoke.";

    public static Article Article(string? title = "Locks open", string text = Text) => new(text) { Id = "locks", Title = title, Outlet = "Meridian Wire", Url = "https://meridian.example/locks" };

    /// <summary>Sends a form, as the page of this address gives it.</summary>
    public static async Task<HttpResponseMessage> Send(this OpenDesk desk, string path, CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        var page = await desk.Client.GetStringAsync(path, cancellation);
        var seen = Seen().Match(page) is { Success: true } found ? found.Groups[1].Value : "";
        return await desk.Post(path, cancellation, [("version", "1"), ("seen", seen), .. fields]);
    }

    /// <summary>Sends a form with these fields alone.</summary>
    public static async Task<HttpResponseMessage> Post(this OpenDesk desk, string path, CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await desk.Client.PostAsync(path, form, cancellation);
    }

    [GeneratedRegex("name=\"seen\" value=\"([^\"]+)\"")]
    private static partial Regex Seen();
}
