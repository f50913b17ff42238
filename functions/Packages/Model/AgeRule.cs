namespace Sluice.Packages.Model;

/// <summary>How old a version from outside must be before it is given.</summary>
/// <param name="Hours">Since the registry outside published it; zero for none.</param>
/// <param name="Except">What is given at once.</param>
public sealed record AgeRule(int Hours, IReadOnlyList<NamedVersions> Except);
