namespace Sluice.Local.Commands.Live;

/// <summary>The part of 1 that somebody gets of the traffic.</summary>
internal sealed record LiveShare(string Name, decimal Part);
