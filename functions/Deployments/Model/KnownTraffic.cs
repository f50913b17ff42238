namespace Sluice.Deployments.Model;

/// <summary>That the traffic was read back as the step wanted it, and the revision that it then had, where the platform has revisions.</summary>
public sealed record KnownTraffic(int Step, string? RevisionId);
