namespace Sluice.Platform.Runs;

/// <summary>Others changed the same thing again and again meanwhile, and nothing was done; trying again is safe. Machines know this name.</summary>
public sealed class ConcurrentModificationException(string what) : Exception($"{what} was changed by others meanwhile; try again.");
