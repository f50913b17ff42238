using System.Text.Json;
using Sluice.Platform.Json;

namespace Sluice.World.Machines;

/// <summary>What the calls of a machine have answered, as an input of a decision carries it.</summary>
internal static class MachineAnswers
{
    public static Dictionary<string, JsonElement> Of(params (string Name, object? Answer)[] answers) =>
        answers.ToDictionary(answer => answer.Name, answer => JsonSerializer.SerializeToElement(answer.Answer, SluiceJson.Options), StringComparer.Ordinal);
}
