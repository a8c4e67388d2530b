using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Rapporteur.Desk.Adding;

/// <summary>
/// What a form sends (RFC 7578), held in memory: no temporary file is made that could be left behind. Its size is bounded by the
/// server's limit for a request.
/// </summary>
/// <param name="Fields">The fields, the last of each name.</param>
/// <param name="Files">The files, with their contents.</param>
internal sealed record Upload(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<UploadedFile> Files)
{
    private const int MostParts = 1000, LongestName = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>A field without blanks around it; null where it is empty or not there.</summary>
    public string? Field(string name) => Fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Reads a form.</summary>
    /// <exception cref="BadHttpRequestException">It is no such form, has too many parts, or came too slowly.</exception>
    public static async Task<Upload> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
            throw new BadHttpRequestException("It is no form.", StatusCodes.Status415UnsupportedMediaType);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await Read(new MultipartReader(boundary, request.Body), patience.Token);
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException("The form is damaged.", StatusCodes.Status400BadRequest, e);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form is cut off.", StatusCodes.Status400BadRequest, e);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The form came too slowly.", StatusCodes.Status408RequestTimeout);
        }
    }

    private static async Task<Upload> Read(MultipartReader reader, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<UploadedFile>();
        for (var parts = 0; await reader.ReadNextSectionAsync(cancellation) is { } section; parts++)
        {
            if (parts == MostParts) throw new BadHttpRequestException($"More than {MostParts} files or fields are not taken at once.", StatusCodes.Status413PayloadTooLarge);
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) throw new InvalidDataException();
            var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellation);
            content.Position = 0;
            if (disposition.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
                if (name.Length > 0 || content.Length > 0) files.Add(new UploadedFile(NameOf(name, files.Count), content));
            }
            else
            {
                fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
            }
        }

        return new Upload(fields, files);
    }

    // Without folders: the name is only for messages, and for an article that has no headline.
    private static string NameOf(string name, int index)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (last.Length == 0) return string.Create(CultureInfo.InvariantCulture, $"file {index + 1}");
        return last.Length <= LongestName ? last : last[..LongestName];
    }
}

/// <summary>A file that was sent.</summary>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Content">All of it.</param>
internal sealed record UploadedFile(string Name, MemoryStream Content);
