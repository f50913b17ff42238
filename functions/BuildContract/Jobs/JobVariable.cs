namespace Sluice.BuildContract.Jobs;

/// <summary>A variable for a build's commands. A secret one is masked in the log and never exported; what comes from a store always is one.</summary>
/// <param name="Name">Letters, digits and _; not CODEBUILD_….</param>
/// <param name="Value">The value itself, or where the store has it.</param>
/// <param name="Secret">Whether a plain value is secret.</param>
public sealed record JobVariable(string Name, string Value, bool Secret = false)
{
    /// <summary>Where the value comes from.</summary>
    public JobVariableKind Kind { get; init; }
}
