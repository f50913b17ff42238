namespace Sluice.Pipelines.Triggers;

/// <summary>A source action that reads the repository in which something happened.</summary>
/// <param name="Action">The action.</param>
/// <param name="Branch">Its own branch; null if it is not known yet.</param>
internal sealed record WatchedSource(ActionDeclaration Action, string? Branch);
