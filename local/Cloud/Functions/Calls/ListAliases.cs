using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class ListAliases(FunctionStore store, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:listAliases";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var function = store.Get(ConfigurationRules.Name(input.FunctionName, identity));
        var aliases = function.Aliases.Values.Where(alias => input.FunctionVersion is null || alias.FunctionVersion == input.FunctionVersion || alias.Weights.ContainsKey(input.FunctionVersion));
        var (page, next) = Pages.Of(aliases, input.Marker, input.MaxItems);
        return Task.FromResult<JsonNode?>(AwsJson.Write(new Output([.. page.Select(alias => AliasShape.Of(identity, function.Name, alias))], next)));
    }

    private sealed record Input(string? FunctionName, string? FunctionVersion, string? Marker, int? MaxItems);

    private sealed record Output(IReadOnlyList<AliasShape> Aliases, string? NextMarker);
}
