using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Urls;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class DeleteFunctionUrlConfig(FunctionUrlBook urls) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:deleteFunctionUrlConfig";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<QualifiedInput>(call, LambdaErrors.Invalid);
        urls.Delete(urls.Reference(input.FunctionName, input.Qualifier));
        return Task.FromResult<JsonNode?>(new JsonObject());
    }
}
