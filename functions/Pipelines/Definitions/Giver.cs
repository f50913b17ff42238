using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Definitions;

/// <summary>An action that gives variables.</summary>
/// <param name="Action">Its name.</param>
/// <param name="Kind">What it is; null if that is not known.</param>
/// <param name="Declared">The variables that it says it gives.</param>
internal sealed record Giver(string Action, ActionKind? Kind, IReadOnlyList<string>? Declared)
{
    /// <summary>All that it can give; null if that is not known from the pipeline alone.</summary>
    public IReadOnlyList<string>? Variables => Kind is { TakesCommands: true } ? Declared ?? [] : Kind?.Variables;
}
