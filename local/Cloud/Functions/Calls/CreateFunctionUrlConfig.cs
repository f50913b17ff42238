using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Urls;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class CreateFunctionUrlConfig(FunctionUrlBook urls) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:createFunctionUrlConfig";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<UrlInput>(call, LambdaErrors.Invalid);
        var reference = input.Checked(urls, isNew: true);
        return Task.FromResult<JsonNode?>(AwsJson.Write(urls.Create(reference, input.AuthType!, input.Cors, input.InvokeMode)));
    }
}
