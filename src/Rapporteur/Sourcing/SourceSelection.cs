using Rapporteur.Statements;

namespace Rapporteur.Sourcing;

/// <summary>Tells the statements that a newsroom counts as sourced from those that only stand in the record.</summary>
internal static class SourceSelection
{
    private const double LeastScore = 0.45;

    /// <summary>Whether a statement has a row in the table.</summary>
    public static bool Counts(Statement statement, Reading reading) =>
        statement.Speaker is not null && statement.Score >= LeastScore && statement.Within is null;
}
