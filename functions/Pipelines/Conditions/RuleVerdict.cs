namespace Sluice.Pipelines.Conditions;

/// <summary>What is known of a rule without asking a service.</summary>
/// <param name="Status">Whether it is kept; in progress until <paramref name="WaitSeconds"/> are over.</param>
/// <param name="Message">Why.</param>
/// <param name="WaitSeconds">How long it waits; 0 if it is judged.</param>
internal sealed record RuleVerdict(RuleExecutionStatus Status, string? Message, int WaitSeconds = 0)
{
    public static RuleVerdict Of(bool isKept, string message) => new(isKept ? RuleExecutionStatus.Succeeded : RuleExecutionStatus.Failed, message);
}
