using System.Text.Json;
using System.Text.Json.Serialization;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Protocol;

/// <summary>What a machine hands to a decision. Members that no machine shares are what its own calls have answered: only its platform reads them.</summary>
public abstract record MachineInput
{
    /// <summary>The answers by their names in the state data.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Answers { get; init; }

    /// <summary>An answer; null if that call was not made since the last decision.</summary>
    internal T? Answer<T>(string name)
        where T : class =>
        Answers is not null && Answers.TryGetValue(name, out var answer) ? answer.Deserialize<T>(SluiceJson.Options) : null;
}
