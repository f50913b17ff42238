using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Urls;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class ListFunctionUrlConfigs(FunctionUrlBook urls, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:listFunctionUrlConfigs";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var (page, next) = Pages.Of(urls.List(ConfigurationRules.Name(input.FunctionName, identity)), input.Marker, input.MaxItems);
        return Task.FromResult<JsonNode?>(AwsJson.Write(new Output(page, next)));
    }

    private sealed record Input(string? FunctionName, string? Marker, int? MaxItems);

    private sealed record Output(IReadOnlyList<UrlShape> FunctionUrlConfigs, string? NextMarker);
}
