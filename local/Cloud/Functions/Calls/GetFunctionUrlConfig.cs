using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Urls;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class GetFunctionUrlConfig(FunctionUrlBook urls) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:getFunctionUrlConfig";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<QualifiedInput>(call, LambdaErrors.Invalid);
        return Task.FromResult<JsonNode?>(AwsJson.Write(urls.Get(urls.Reference(input.FunctionName, input.Qualifier))));
    }
}
