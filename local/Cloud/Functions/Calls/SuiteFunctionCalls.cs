using System.Reflection;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Storage;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>Calls the suite's own Lambdas in process, with the errors that Lambda would give a machine.</summary>
internal sealed class SuiteFunctionCalls(ISuiteFunctions functions)
{
    public bool Has(string functionName) => functions.Has(functionName);

    /// <summary>A disk that takes no writes is no error of the function: that goes to whoever can wait for it.</summary>
    public async Task<JsonNode?> InvokeAsync(string functionName, JsonNode? payload, CancellationToken cancellationToken)
    {
        try
        {
            return (await functions.InvokeAsync(functionName, payload?.DeepClone(), cancellationToken))?.DeepClone();
        }
        catch (Exception e) when (e is not (OperationCanceledException or TaskFailedException) && !StorageFault.In(e))
        {
            var thrown = Thrown(e);
            var cause = new JsonObject { ["errorType"] = thrown.GetType().Name, ["errorMessage"] = thrown.Message };
            throw new TaskFailedException(thrown.GetType().Name, cause.ToJsonString());
        }
    }

    private static Exception Thrown(Exception caught) =>
        caught is TargetInvocationException or AggregateException && caught.InnerException is { } inner ? Thrown(inner) : caught;
}
