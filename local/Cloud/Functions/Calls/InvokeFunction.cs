using System.Text;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>The optimised integration: a function error is the task's failure under the error's name.</summary>
internal sealed class InvokeFunction(FunctionInvoker invoker, SuiteFunctionCalls suite) : IServiceCall
{
    public string Resource => "arn:aws:states:::lambda:invoke";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<InvokeInput>(call, LambdaErrors.Invalid);
        var name = ConfigurationRules.Required(input.FunctionName, "FunctionName");
        if (suite.Has(name))
        {
            return Answer(await suite.InvokeAsync(name, input.Payload, cancellationToken), 200, "$LATEST");
        }

        var result = await invoker.InvokeAsync(input.Request());
        FunctionFailure.ThrowIfFailed(result);
        var answer = Answer(FunctionFailure.Parsed(result.Payload), result.StatusCode, result.ExecutedVersion);
        if (result.LogTail is { } log)
        {
            answer["LogResult"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(log));
        }

        return answer;
    }

    private static JsonObject Answer(JsonNode? payload, int status, string version) => new()
    {
        ["ExecutedVersion"] = version,
        ["Payload"] = payload,
        ["SdkHttpMetadata"] = new JsonObject { ["HttpStatusCode"] = status },
        ["StatusCode"] = status,
    };
}
