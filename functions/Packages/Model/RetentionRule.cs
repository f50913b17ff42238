namespace Sluice.Packages.Model;

/// <summary>Which versions stay. One that no limit keeps goes, unless a tag names it.</summary>
/// <param name="Newest">How many of the newest of a package stay; null if their number keeps none.</param>
/// <param name="Days">For how many days after it was published a version stays; null if its age keeps none.</param>
/// <param name="Prereleases">The same for pre-releases and snapshots, which are then counted by themselves; null if they are counted with the others.</param>
public sealed record RetentionRule(int? Newest, int? Days, RetentionRule? Prereleases = null);
