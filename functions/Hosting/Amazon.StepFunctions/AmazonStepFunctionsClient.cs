using System.Text.Json.Nodes;
using Amazon.StepFunctions.Model;
using Sluice.Hosting.Runtime;
using Sluice.Signing.Calls;

namespace Amazon.StepFunctions;

/// <summary>Step Functions over HTTPS, with the keys, the Region and the endpoint that the environment gives a Lambda function.</summary>
public sealed class AmazonStepFunctionsClient : IAmazonStepFunctions
{
    private readonly HttpClient _http;
    private readonly AwsJsonClient _service;

    /// <summary>From <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c>, <c>AWS_SESSION_TOKEN</c>, <c>AWS_REGION</c>, and <c>AWS_ENDPOINT_URL_SFN</c> or <c>AWS_ENDPOINT_URL</c> if set.</summary>
    /// <exception cref="InvalidOperationException">A variable is missing.</exception>
    public AmazonStepFunctionsClient()
        : this(KeysFromEnvironment(), LambdaEnvironment.Require("AWS_REGION"), EndpointFromEnvironment(), TimeProvider.System)
    {
    }

    internal AmazonStepFunctionsClient(AwsKeys keys, string region, Uri? endpoint, TimeProvider time)
    {
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(20) };
        _service = new AwsJsonClient(_http, endpoint ?? DefaultEndpoint(region), AwsJsonService.StepFunctions, region, new FixedKeys(keys), time);
    }

    /// <inheritdoc/>
    public async Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default)
    {
        var input = new JsonObject { ["stateMachineArn"] = request.StateMachineArn, ["name"] = request.Name, ["input"] = request.Input };
        var answer = await CallAsync("StartExecution", input, cancellationToken);
        return new StartExecutionResponse { ExecutionArn = answer["executionArn"]?.GetValue<string>() };
    }

    /// <inheritdoc/>
    public async Task<SendTaskSuccessResponse> SendTaskSuccessAsync(SendTaskSuccessRequest request, CancellationToken cancellationToken = default)
    {
        await CallAsync("SendTaskSuccess", new JsonObject { ["taskToken"] = request.TaskToken, ["output"] = request.Output }, cancellationToken);
        return new SendTaskSuccessResponse();
    }

    /// <inheritdoc/>
    public async Task<SendTaskFailureResponse> SendTaskFailureAsync(SendTaskFailureRequest request, CancellationToken cancellationToken = default)
    {
        var input = new JsonObject { ["taskToken"] = request.TaskToken, ["error"] = request.Error, ["cause"] = request.Cause };
        await CallAsync("SendTaskFailure", input, cancellationToken);
        return new SendTaskFailureResponse();
    }

    /// <inheritdoc/>
    public async Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(SendTaskHeartbeatRequest request, CancellationToken cancellationToken = default)
    {
        await CallAsync("SendTaskHeartbeat", new JsonObject { ["taskToken"] = request.TaskToken }, cancellationToken);
        return new SendTaskHeartbeatResponse();
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static AwsKeys KeysFromEnvironment() => new(
        LambdaEnvironment.Require("AWS_ACCESS_KEY_ID"), LambdaEnvironment.Require("AWS_SECRET_ACCESS_KEY"), LambdaEnvironment.Get("AWS_SESSION_TOKEN"));

    private static Uri? EndpointFromEnvironment() =>
        (LambdaEnvironment.Get("AWS_ENDPOINT_URL_SFN") ?? LambdaEnvironment.Get("AWS_ENDPOINT_URL")) is { } url ? new Uri(url) : null;

    private static Uri DefaultEndpoint(string region) =>
        new($"https://states.{region}.amazonaws.com{(region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : "")}/");

    private async Task<JsonObject> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            return await _service.CallAsync(operation, input, cancellationToken);
        }
        catch (AwsErrorException e)
        {
            throw Typed(e);
        }
    }

    private static AmazonStepFunctionsException Typed(AwsErrorException e) => e.Code switch
    {
        "ExecutionAlreadyExists" => new ExecutionAlreadyExistsException(e.Message),
        "TaskTimedOut" => new TaskTimedOutException(e.Message),
        "TaskDoesNotExist" => new TaskDoesNotExistException(e.Message),
        "InvalidToken" => new InvalidTokenException(e.Message),
        "InvalidOutput" => new InvalidOutputException(e.Message),
        _ => new AmazonStepFunctionsException(e.Message, e.Code, e.Status),
    };
}
