using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Rapporteur.Desk.Http;

/// <summary>Styles, scripts and pictures, which stand in the assembly. Their addresses change with their content, so that browsers may keep them.</summary>
internal static class Assets
{
    /// <summary>Where the addresses of all of them begin.</summary>
    public const string Root = "/assets";

    private const string Folder = "assets/";

    private static readonly FrozenDictionary<string, Asset> All = Load();

    /// <summary>The address of an asset.</summary>
    /// <param name="name">Its path under Assets/: <c>desk.css</c>.</param>
    public static string Address(string name) => $"{Root}/{name}?v={All[name].Version}";

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet(Root + "/{**name}", (string name, HttpContext context) =>
    {
        if (!All.TryGetValue(name, out var asset)) return Results.NotFound();
        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, asset.Type, entityTag: new($"\"{asset.Version}\""));
    }).AllowAnonymous();

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(Assets).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Folder.Length..].Replace('\\', '/'), Read, StringComparer.Ordinal);

        Asset Read(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new Asset(content, TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };

    private sealed record Asset(byte[] Content, string Type, string Version);
}
