using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class ListFunctions(FunctionStore store, FunctionEditor editor, CloudIdentity identity) : IServiceCall
{
    private const string Every = "ALL";

    public string Resource => "arn:aws:states:::aws-sdk:lambda:listFunctions";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        if (input.FunctionVersion is not (null or Every))
        {
            throw LambdaErrors.InvalidParameter($"FunctionVersion is '{input.FunctionVersion}', and must be {Every} or left out");
        }

        var (page, next) = Pages.Of(store.All.SelectMany(function => Shapes(function, input.FunctionVersion is Every)), input.Marker, input.MaxItems);
        return Task.FromResult<JsonNode?>(AwsJson.Write(new Output(page, next)));
    }

    private IEnumerable<FunctionShape> Shapes(FunctionRecord function, bool all)
    {
        yield return FunctionShape.Of(identity, function.Name, function.Latest, all ? FunctionVersion.Latest : null, editor.IsUpdating(function.Name));
        foreach (var version in all ? function.Versions : [])
        {
            yield return FunctionShape.Of(identity, function.Name, version, version.Version, updating: false);
        }
    }

    private sealed record Input(string? FunctionVersion, string? Marker, int? MaxItems);

    private sealed record Output(IReadOnlyList<FunctionShape> Functions, string? NextMarker);
}
