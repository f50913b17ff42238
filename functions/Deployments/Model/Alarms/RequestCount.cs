using System.Text.Json.Serialization;

namespace Sluice.Deployments.Model.Alarms;

/// <summary>The requests to the new version since a step began.</summary>
/// <param name="Requests">How many.</param>
/// <param name="Failed">How many of them failed.</param>
public sealed record RequestCount(long Requests, long Failed)
{
    /// <summary>The failed ones in percent.</summary>
    [JsonIgnore]
    public double Percent => Requests == 0 ? 0 : 100.0 * Failed / Requests;
}
