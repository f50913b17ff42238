using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Urls;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class UpdateFunctionUrlConfig(FunctionUrlBook urls) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:updateFunctionUrlConfig";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<UrlInput>(call, LambdaErrors.Invalid);
        var reference = input.Checked(urls, isNew: false);
        return Task.FromResult<JsonNode?>(AwsJson.Write(urls.Update(reference, input.AuthType, input.Cors, input.InvokeMode)));
    }
}
