using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Definitions;

/// <summary>The types of actions that a document may name: those that come with the suite, and those that are in the table.</summary>
/// <param name="Custom">Those that are in the table.</param>
/// <param name="Unavailable">What cannot run here.</param>
internal sealed record KnownTypes(IReadOnlyList<CustomType> Custom, IReadOnlyList<UnavailableKind> Unavailable)
{
    /// <summary>What comes with the suite, all of it.</summary>
    public static KnownTypes BuiltIn { get; } = new([], []);

    public IEnumerable<ActionKind> All => [.. ActionKinds.BuiltIn, .. Custom.Select(type => type.Kind)];

    public ActionKind? Find(ActionTypeId id) => All.FirstOrDefault(kind => kind.Is(id));

    /// <summary>Why an action of this type cannot run here; null if it can.</summary>
    public string? WhyNot(ActionTypeId id) => Unavailable.FirstOrDefault(kind => kind.Category == id.Category && kind.Provider == id.Provider)?.Why;
}
