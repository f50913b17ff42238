using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Protocol.Checking;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Local.Cloud.Models;

/// <summary>A call whose input is held against the service's model before it is made.</summary>
internal sealed class ModelledCall(IServiceCall call, Shape input, Func<IReadOnlyList<ModelFault>, TaskFailedException> refusal) : IServiceCall
{
    public string Resource => call.Resource;

    public Task<JsonNode?> CallAsync(TaskCall asked, CancellationToken cancellationToken)
    {
        var (typed, faults) = Read(asked.Parameters ?? new JsonObject());
        return faults.Count == 0 ? call.CallAsync(asked with { Parameters = typed }, cancellationToken) : throw refusal(faults);
    }

    private (JsonNode? Typed, IReadOnlyList<ModelFault> Faults) Read(JsonNode parameters)
    {
        try
        {
            var typed = TypedInput.Of(input, parameters);
            return (typed, ModelFault.Of(input, JsonSerializer.SerializeToElement(typed)));
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException or ArgumentException)
        {
            // A text with half a surrogate pair is JSON, but no text.
            return (null, [new ModelFault("input", input, null, $"Member must be readable: {e.Message}", IsMissing: false)]);
        }
    }
}
