using System.Globalization;

namespace Sluice.Deployments.Model.Traffic;

/// <summary>
/// Where traffic is sent: the weighted receivers get their part (0 to 1), the main one the rest. Receivers are versions for Lambda and target groups' ARNs for ECS.
/// </summary>
public sealed record TrafficSplit(string Main, IReadOnlyDictionary<string, decimal> Weights)
{
    /// <summary>All to one receiver, and none other named.</summary>
    public static TrafficSplit All(string main) => new(main, new Dictionary<string, decimal>(StringComparer.Ordinal));

    /// <summary>A part to another receiver, in percent; 0 names it without sending it anything.</summary>
    public static TrafficSplit Split(string main, string other, decimal percent) =>
        new(main, new Dictionary<string, decimal>(StringComparer.Ordinal) { [other] = percent / 100m });

    /// <summary>Whether it is the same split, however it is written.</summary>
    public bool Equals(TrafficSplit? other) =>
        other is not null && Main == other.Main && Weights.Count == other.Weights.Count
        && Weights.All(weight => other.Weights.TryGetValue(weight.Key, out var same) && same == weight.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Main, Weights.Count);

    /// <summary>The parts of all receivers; they are 1 together.</summary>
    public IReadOnlyDictionary<string, decimal> Shares()
    {
        var shares = new Dictionary<string, decimal>(StringComparer.Ordinal) { [Main] = 1 - Weights.Values.Sum() };
        foreach (var (receiver, weight) in Weights)
        {
            shares[receiver] = weight;
        }

        return shares;
    }

    /// <summary>The same traffic with another receiver as the main one.</summary>
    internal TrafficSplit SeenFrom(string main) =>
        new(main, Shares().Where(share => share.Key != main && share.Value > 0).ToDictionary(share => share.Key, share => share.Value, StringComparer.Ordinal));

    /// <summary>For people: <c>90 % to version 1, 10 % to version 2</c>. Who gets nothing is left out.</summary>
    internal string Describe(Func<string, string> receiver) =>
        string.Join(", ", Shares().Where(share => share.Value > 0).Select(share => $"{(share.Value * 100).ToString("0.##", CultureInfo.InvariantCulture)} % to {receiver(share.Key)}"));
}
