namespace Sluice.Packages.Model;

/// <summary>What a version says it needs.</summary>
/// <param name="Namespace">Null where there is none.</param>
/// <param name="Name">The package.</param>
/// <param name="Type">As the format calls it, e.g. <c>regular</c>, <c>dev</c>, <c>peer</c>.</param>
/// <param name="Requirement">Which versions, as the format writes it.</param>
public sealed record StoredDependency(string? Namespace, string Name, string Type, string Requirement);
