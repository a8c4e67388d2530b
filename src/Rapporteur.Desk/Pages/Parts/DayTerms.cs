namespace Rapporteur.Desk.Pages.Parts;

/// <summary>Days that are asked for beside a query.</summary>
internal static class DayTerms
{
    /// <summary>A query with days as its language has them.</summary>
    public static string Within(string query, string from, string to)
    {
        var (first, last) = (from.Trim(), to.Trim());
        return first.Length + last.Length == 0 ? query : $"{query} day:{(first == last ? first : $"{first}..{last}")}".Trim();
    }
}
