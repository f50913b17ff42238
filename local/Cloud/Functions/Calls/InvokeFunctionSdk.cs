using System.Text;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>The SDK's Invoke: a function error is part of the answer, and the payload is text.</summary>
internal sealed class InvokeFunctionSdk(FunctionInvoker invoker) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:invoke";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<InvokeInput>(call, LambdaErrors.Invalid);
        var result = await invoker.InvokeAsync(input.Request());
        var answer = new JsonObject
        {
            ["ExecutedVersion"] = result.ExecutedVersion,
            ["Payload"] = Encoding.UTF8.GetString(result.Payload),
            ["StatusCode"] = result.StatusCode,
        };
        if (result.FunctionError is not null)
        {
            answer["FunctionError"] = result.FunctionError;
        }

        if (result.LogTail is { } log)
        {
            answer["LogResult"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(log));
        }

        return answer;
    }
}
