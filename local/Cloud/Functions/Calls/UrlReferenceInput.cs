namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>Whose URL is meant.</summary>
internal sealed record UrlReferenceInput(string? FunctionName, string? Qualifier);
