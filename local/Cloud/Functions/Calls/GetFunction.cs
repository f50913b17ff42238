using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class GetFunction(FunctionLookup functions) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:getFunction";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var (version, shape) = functions.Find(ConfigurationRules.Required(input.FunctionName, "FunctionName"), input.Qualifier);
        return Task.FromResult<JsonNode?>(new JsonObject
        {
            ["Configuration"] = AwsJson.Write(shape),
            ["Code"] = new JsonObject { ["RepositoryType"] = "S3", ["Location"] = version.Package.Location },
        });
    }

    private sealed record Input(string? FunctionName, string? Qualifier);
}
