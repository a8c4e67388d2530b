using System.Runtime.CompilerServices;

namespace Rapporteur.Desk.Tests.Api;

/// <summary>The documents of the project.</summary>
internal static class Documents
{
    public static string Path(string name, [CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "..", "docs", name));
}
