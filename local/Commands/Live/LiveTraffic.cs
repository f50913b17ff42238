namespace Sluice.Local.Commands.Live;

/// <summary>A split of traffic that is watched.</summary>
/// <param name="Shares">Who gets which part of 1, in order.</param>
/// <param name="Until">When that ends, since the view began; null if nobody knows.</param>
internal sealed record LiveTraffic(IReadOnlyList<LiveShare> Shares, TimeSpan? Until);
