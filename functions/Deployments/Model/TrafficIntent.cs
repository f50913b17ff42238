using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Model;

/// <summary>What the traffic is about to become, stored before it is changed.</summary>
/// <param name="Step">The step that wants it.</param>
/// <param name="Traffic">What it shall be.</param>
/// <param name="Before">What it is until then; null if nothing divides it yet.</param>
/// <param name="Tries">How often it was found unchanged.</param>
public sealed record TrafficIntent(int Step, TrafficSplit Traffic, TrafficSplit? Before, int Tries)
{
    /// <summary>How long it is watched, if it is a step of the way back.</summary>
    public int? ReturnBakeSeconds { get; init; }

    /// <summary>Until when that step is watched, from when it was seen to be set.</summary>
    public DateTimeOffset? ReturnUntil { get; init; }
}
