namespace Rapporteur.Desk.Team;

/// <summary>Where somebody goes after signing in: to a page of this desk, whatever an address says.</summary>
internal static class Back
{
    /// <summary>The first page.</summary>
    public const string Home = "/";

    private const int Longest = 2000;

    /// <summary>The address where it leads to a page of this desk, else the first page.</summary>
    /// <remarks>
    /// Browsers take "//other.example" and "/\other.example" for another host, and pass over control characters. What is not ASCII
    /// stands escaped in an address.
    /// </remarks>
    public static string Within(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.Length <= Longest && address.All(c => c is > ' ' and < '\x7f' and not '\\')
        && !address.StartsWith(SignInPages.Address, StringComparison.OrdinalIgnoreCase) ? address : Home;
}
