namespace Sluice.Packages.Model;

/// <summary>Whether packages of a group may come in one way.</summary>
/// <param name="Mode">Always, never, in some repositories, or as in the group above.</param>
/// <param name="Repositories">In which, where the mode asks; by their names.</param>
public sealed record GroupRestriction(PackageGroupOriginRestrictionMode Mode, IReadOnlyList<string> Repositories)
{
    /// <summary>As the group above has it.</summary>
    public static GroupRestriction Inherited { get; } = new(PackageGroupOriginRestrictionMode.INHERIT, []);
}
