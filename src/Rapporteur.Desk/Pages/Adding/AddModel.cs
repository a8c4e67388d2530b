using Rapporteur.Desk.Adding;

namespace Rapporteur.Desk.Pages.Adding;

/// <summary>What the page says on which articles are added.</summary>
public sealed class AddModel
{
    internal string? Problem { get; init; }

    internal Upload? Upload { get; init; }

    /// <summary>What a field held when it was sent, so that nothing has to be written again.</summary>
    internal string? Value(string field) => Upload?.Fields.GetValueOrDefault(field);
}
