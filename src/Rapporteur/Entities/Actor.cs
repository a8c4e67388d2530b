namespace Rapporteur.Entities;

/// <summary>What sort of actor in politics something is.</summary>
public enum ActorKind
{
    /// <summary>A country: its land, its people and its state.</summary>
    Country,

    /// <summary>The government of a country, by its own name or by the seat or capital that stands for it.</summary>
    Government,

    /// <summary>A ministry or department of a government.</summary>
    Ministry,

    /// <summary>A parliament, or a chamber or committee of one.</summary>
    Legislature,

    /// <summary>A court.</summary>
    Court,

    /// <summary>Armed forces of a state.</summary>
    Military,

    /// <summary>An intelligence service.</summary>
    Intelligence,

    /// <summary>A police force.</summary>
    Police,

    /// <summary>A central bank.</summary>
    Bank,

    /// <summary>Another public body.</summary>
    Agency,

    /// <summary>A political party.</summary>
    Party,

    /// <summary>An alliance or union of states.</summary>
    Alliance,

    /// <summary>An organisation between states, or one that belongs to none.</summary>
    Organization,

    /// <summary>A newspaper, agency, broadcaster or platform.</summary>
    Media,

    /// <summary>A business.</summary>
    Company,

    /// <summary>An armed or political movement.</summary>
    Group,
}

/// <summary>Someone who acts in politics and whom the actor table knows: see <c>Languages/en/actors</c>.</summary>
/// <param name="Code">
/// The ISO 3166 alpha-3 code of the country that it is or belongs to (<c>RUS</c>); of others the CAMEO code or acronym (<c>IGOUNO</c>).
/// </param>
/// <param name="Name">The full name in the table: of a capital that stands for its government, the country's.</param>
/// <param name="Kind">What sort of actor it is.</param>
public sealed record Actor(string Code, string Name, ActorKind Kind);
