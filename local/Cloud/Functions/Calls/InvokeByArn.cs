using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>The oldest integration: the resource is the function's ARN, the parameters are its input and its answer is the output.</summary>
internal sealed class InvokeByArn(FunctionInvoker invoker, SuiteFunctionCalls suite)
{
    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (suite.Has(call.Resource))
        {
            return await suite.InvokeAsync(call.Resource, call.Parameters, cancellationToken);
        }

        var result = await invoker.InvokeAsync(new InvocationRequest(call.Resource, Qualifier: null, InvokeInput.Bytes(call.Parameters)));
        FunctionFailure.ThrowIfFailed(result);
        return FunctionFailure.Parsed(result.Payload);
    }
}
