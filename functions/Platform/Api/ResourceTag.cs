namespace Sluice.Platform.Api;

/// <summary>A tag of a resource, as it is stored.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value, which may be empty.</param>
public sealed record ResourceTag(string Key, string Value = "");
