using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Sluice.Platform.Json;
using Sluice.Platform.StateMachines;

namespace Sluice.Lambdas.Platform;

/// <summary>The suite's machines in Step Functions.</summary>
/// <param name="client">For the machines' Region.</param>
/// <param name="arns">The ARNs of machines by their names in the suite.</param>
internal sealed class StepFunctionsStateMachines(IAmazonStepFunctions client, IReadOnlyDictionary<string, string> arns) : IStateMachines
{
    private const int MaxError = 256;
    private const int MaxCause = 32_768;

    /// <inheritdoc/>
    public async Task<bool> StartAsync(string machine, string executionName, JsonNode input, CancellationToken cancellationToken = default)
    {
        if (!arns.TryGetValue(machine, out var arn))
        {
            throw new ArgumentException($"There is no machine '{machine}'; there are {string.Join(", ", arns.Keys.Order(StringComparer.Ordinal))}.");
        }

        try
        {
            var request = new StartExecutionRequest { StateMachineArn = arn, Name = executionName, Input = input.ToJsonString(SluiceJson.Options) };
            await client.StartExecutionAsync(request, cancellationToken);
            return true;
        }
        catch (ExecutionAlreadyExistsException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task<bool> SucceedTaskAsync(string taskToken, JsonNode? output, CancellationToken cancellationToken = default)
    {
        var request = new SendTaskSuccessRequest { TaskToken = taskToken, Output = output?.ToJsonString(SluiceJson.Options) ?? "null" };
        return IsAliveAsync(() => client.SendTaskSuccessAsync(request, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<bool> FailTaskAsync(string taskToken, string error, string cause, CancellationToken cancellationToken = default)
    {
        var request = new SendTaskFailureRequest { TaskToken = taskToken, Error = Cut(error, MaxError), Cause = Cut(cause, MaxCause) };
        return IsAliveAsync(() => client.SendTaskFailureAsync(request, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<bool> HeartbeatTaskAsync(string taskToken, CancellationToken cancellationToken = default) =>
        IsAliveAsync(() => client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = taskToken }, cancellationToken));

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static async Task<bool> IsAliveAsync(Func<Task> complete)
    {
        try
        {
            await complete();
            return true;
        }
        catch (Exception e) when (e is TaskTimedOutException or InvalidTokenException or TaskDoesNotExistException)
        {
            return false;
        }
    }
}
