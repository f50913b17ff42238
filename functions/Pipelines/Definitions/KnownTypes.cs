using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>The types of actions that a document may name: those that come with the suite, and those that are in the table.</summary>
/// <param name="Custom">Those that are in the table.</param>
/// <param name="Unavailable">What cannot run here.</param>
internal sealed record KnownTypes(IReadOnlyList<CustomType> Custom, IReadOnlyList<UnavailableKind> Unavailable)
{
    /// <summary>What comes with the suite, all of it.</summary>
    public static KnownTypes BuiltIn { get; } = new([], []);

    /// <summary>Whether types that users have made are taken as they are named, since what is in the table is not known.</summary>
    public bool TakesOthers { get; init; }

    public IEnumerable<ActionKind> All => [.. ActionKinds.BuiltIn, .. Custom.Select(type => type.Kind)];

    public ActionKind? Find(ActionTypeId id) => All.FirstOrDefault(kind => kind.Is(id));

    /// <summary>Whether it may be a type that users have made, of which nothing is known here. A slip in the name of one that is known is none.</summary>
    public bool MayBeOther(ActionTypeId id) => TakesOthers && id.Owner != ActionOwner.AWS && Find(id) is null
        && NearMiss.Of(id.Provider, All.Where(known => known.Category == id.Category && known.Owner == id.Owner).Select(known => known.Provider)) is null;

    /// <summary>Why an action of this type cannot run here; null if it can.</summary>
    public string? WhyNot(ActionTypeId id) => Unavailable.FirstOrDefault(kind => kind.Category == id.Category && kind.Provider == id.Provider)?.Why;
}
