namespace Sluice.Platform.Connections;

/// <summary>What a host shows beside a commit.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="State">How far it is.</param>
/// <param name="Context">What it is of: one status is shown of each.</param>
/// <param name="Description">For people; hosts take 140 characters.</param>
/// <param name="Url">Where there is more; null for nowhere.</param>
public sealed record CommitStatus(string Commit, CommitState State, string Context, string Description, Uri? Url = null);
