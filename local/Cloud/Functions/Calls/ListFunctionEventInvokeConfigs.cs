using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Events;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class ListFunctionEventInvokeConfigs(FunctionStore store, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:listFunctionEventInvokeConfigs";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var function = store.Get(ConfigurationRules.Name(input.FunctionName, identity));
        var (page, next) = Pages.Of((IEnumerable<KeyValuePair<string, EventSettings>>?)function.Events ?? [], input.Marker, input.MaxItems);
        return Task.FromResult<JsonNode?>(AwsJson.Write(new Output([.. page.Select(entry => EventConfigShape.Of(identity, new FunctionReference(function.Name, entry.Key), entry.Value))], next)));
    }

    private sealed record Input(string? FunctionName, string? Marker, int? MaxItems);

    private sealed record Output(IReadOnlyList<EventConfigShape> FunctionEventInvokeConfigs, string? NextMarker);
}
