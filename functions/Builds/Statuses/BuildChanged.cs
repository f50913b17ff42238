namespace Sluice.Builds.Statuses;

/// <summary>CodeBuild's events of a build's state and phases, as far as they are read.</summary>
public sealed record BuildChanged(BuildChangedDetail? Detail);
