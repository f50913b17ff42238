namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>Where people can look at an action; null where there is no such place, or not yet.</summary>
/// <param name="Entity">What it is about.</param>
/// <param name="Execution">This execution of it.</param>
/// <param name="Revision">The revision that it has made.</param>
internal sealed record ActionLinks(string? Entity, string? Execution, string? Revision);
