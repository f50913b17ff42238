using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Stages;

/// <summary>Reads the results that the machine carries only the places of, and has it carry only the places of orders that are long.</summary>
internal sealed class CarriedDocuments(ActionDocuments documents)
{
    public async Task<NextStageRequest> WholeAsync(NextStageRequest request, CancellationToken cancellationToken)
    {
        if (request.Position.Results is not { } results || results.All(result => result.Stored is null))
        {
            return request;
        }

        var whole = await Task.WhenAll(results.Select(result => WholeAsync(result, cancellationToken)));
        return request with { Position = request.Position with { Results = whole } };
    }

    public async Task<NextStageAnswer> ShortAsync(NextStageAnswer answer, CancellationToken cancellationToken) =>
        answer with { Actions = await Task.WhenAll(answer.Actions.Select(order => ShortAsync(order, cancellationToken))) };

    private async Task<ActionReport> WholeAsync(ActionReport result, CancellationToken cancellationToken) =>
        result.Stored is { } place ? await documents.ReadAsync<ActionReport>(place, cancellationToken) : result;

    /// <summary>What is stored is the request that the order becomes; its token is the task's.</summary>
    private async Task<ActionOrder> ShortAsync(ActionOrder order, CancellationToken cancellationToken)
    {
        var request = (JsonObject)JsonSerializer.SerializeToNode(order, SluiceJson.Options)!;
        request["taskToken"] = "";
        return await documents.StoreAsync(request, cancellationToken) is { } place ? order.StoredAt(place) : order;
    }
}
