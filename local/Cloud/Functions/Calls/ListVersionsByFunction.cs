using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class ListVersionsByFunction(FunctionStore store, FunctionEditor editor, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:listVersionsByFunction";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var function = store.Get(ConfigurationRules.Name(input.FunctionName, identity));
        var (page, next) = Pages.Of([function.Latest, .. function.Versions], input.Marker, input.MaxItems);
        return Task.FromResult<JsonNode?>(AwsJson.Write(new Output([.. page.Select(version => Shape(function.Name, version))], next)));
    }

    private FunctionShape Shape(string name, FunctionVersion version) =>
        FunctionShape.Of(identity, name, version, version.Version, updating: version.Version == FunctionVersion.Latest && editor.IsUpdating(name));

    private sealed record Input(string? FunctionName, string? Marker, int? MaxItems);

    private sealed record Output(IReadOnlyList<FunctionShape> Versions, string? NextMarker);
}
