
namespace Sluice.Pipelines.Types;

/// <summary>What a document may say of a rule of one type.</summary>
internal sealed record RuleKind(string Provider)
{
    public CountRange Inputs { get; init; } = new(0, 0);

    public IReadOnlyList<ConfigurationKey> Keys { get; init; } = [];

    /// <summary>It takes <c>commands</c>, and must have some.</summary>
    public bool TakesCommands { get; init; }
}
