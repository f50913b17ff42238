namespace Sluice.Local.Cloud.Events.Rules;

/// <summary>EventBridge's InputTransformer.</summary>
internal sealed record InputTransformer(string InputTemplate, IReadOnlyDictionary<string, string>? InputPathsMap);
