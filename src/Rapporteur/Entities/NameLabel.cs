namespace Rapporteur.Entities;

/// <summary>The labels of the name recogniser: where a name begins and goes on, by what it names.</summary>
internal enum NameLabel : byte
{
    None,
    BeginPerson,
    InPerson,
    BeginOrganization,
    InOrganization,
    BeginPlace,
    InPlace,
    BeginOther,
    InOther,
}

/// <summary>Which labels may follow one another.</summary>
internal static class NameLabels
{
    public const int Count = 9;

    /// <summary>The types that names are told apart by, in the order of their labels.</summary>
    public static ReadOnlySpan<EntityType> Types => [EntityType.Person, EntityType.Organization, EntityType.Place, EntityType.Other];

    public static bool IsInside(int label) => label > 0 && label % 2 == 0;

    public static bool IsBegin(int label) => label % 2 == 1;

    public static bool MayFollow(int before, int label) => !IsInside(label) || before == label || before == label - 1;

    public static bool MayBegin(int label) => !IsInside(label);

    /// <summary>The place among <see cref="Types"/> of a label that is not <see cref="NameLabel.None"/>.</summary>
    public static int TypeOf(int label) => (label - 1) / 2;
}
