namespace Sluice.Pipelines.Model;

/// <summary>What a document may say of an action of one type. <paramref name="Known"/> null leaves the keys to the service that does the action.</summary>
internal sealed record ProviderRule(
    ActionCategory Category, ActionOwner Owner, string Provider, CountRange Inputs, CountRange Outputs, IReadOnlyList<string> Required, IReadOnlyList<string>? Known);
