using System.Text.Json.Nodes;
using Amazon.ECS.Model;
using Sluice.Hosting.Runtime;
using Sluice.Signing.Calls;

namespace Amazon.ECS;

/// <summary>ECS over HTTPS, with the keys, the Region and the endpoint that the environment gives a Lambda function.</summary>
public sealed class AmazonECSClient : IAmazonECS
{
    // Four attempts, and the API function still answers within its 30 seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly HttpClient _http;
    private readonly AwsJsonClient _service;

    /// <summary>From <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c>, <c>AWS_SESSION_TOKEN</c>, <c>AWS_REGION</c>, and <c>AWS_ENDPOINT_URL_ECS</c> or <c>AWS_ENDPOINT_URL</c> if set.</summary>
    /// <exception cref="InvalidOperationException">A variable is missing.</exception>
    public AmazonECSClient()
        : this(KeysFromEnvironment(), LambdaEnvironment.Require("AWS_REGION"), EndpointFromEnvironment(), TimeProvider.System)
    {
    }

    internal AmazonECSClient(AwsKeys keys, string region, Uri? endpoint, TimeProvider time)
    {
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience };
        _service = new AwsJsonClient(_http, endpoint ?? DefaultEndpoint(region), AwsJsonService.ContainerService, region, new FixedKeys(keys), time);
    }

    /// <inheritdoc/>
    public async Task<DescribeServicesResponse> DescribeServicesAsync(DescribeServicesRequest request, CancellationToken cancellationToken = default)
    {
        var input = new JsonObject { ["cluster"] = request.Cluster, ["services"] = Texts(request.Services) };
        var answer = await CallAsync("DescribeServices", input, cancellationToken);
        return new DescribeServicesResponse { Services = [.. Objects(answer["services"]).Select(Service)] };
    }

    /// <inheritdoc/>
    public async Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default)
    {
        var input = new JsonObject { ["cluster"] = request.Cluster };
        if (request.NextToken is { } token)
        {
            input["nextToken"] = token;
        }

        var answer = await CallAsync("ListTasks", input, cancellationToken);
        return new ListTasksResponse { TaskArns = [.. (answer["taskArns"] as JsonArray ?? []).Select(arn => (string)arn!)], NextToken = (string?)answer["nextToken"] };
    }

    /// <inheritdoc/>
    public async Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default)
    {
        var answer = await CallAsync("DescribeTasks", new JsonObject { ["cluster"] = request.Cluster, ["tasks"] = Texts(request.Tasks) }, cancellationToken);
        return new DescribeTasksResponse
        {
            Tasks = [.. Objects(answer["tasks"]).Select(task => new Model.Task { TaskArn = (string?)task["taskArn"], Group = (string?)task["group"], LastStatus = (string?)task["lastStatus"] })],
        };
    }

    /// <inheritdoc/>
    public async Task<ExecuteCommandResponse> ExecuteCommandAsync(ExecuteCommandRequest request, CancellationToken cancellationToken = default)
    {
        var input = new JsonObject { ["cluster"] = request.Cluster, ["task"] = request.Task, ["command"] = request.Command, ["interactive"] = request.Interactive };
        if (request.Container is { } container)
        {
            input["container"] = container;
        }

        var answer = await CallAsync("ExecuteCommand", input, cancellationToken);
        return new ExecuteCommandResponse
        {
            Session = answer["session"] is JsonObject session
                ? new Session { SessionId = (string?)session["sessionId"], StreamUrl = (string?)session["streamUrl"], TokenValue = (string?)session["tokenValue"] } : null,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonObject> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            return await _service.CallAsync(operation, input, cancellationToken);
        }
        catch (AwsErrorException e)
        {
            throw e.Code switch
            {
                "ClusterNotFoundException" => new ClusterNotFoundException(e.Message),
                "TargetNotConnectedException" => new TargetNotConnectedException(e.Message),
                _ => new AmazonECSException(e.Message, e.Code, e.Status),
            };
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static Service Service(JsonObject service) => new()
    {
        ServiceName = (string?)service["serviceName"],
        Status = (string?)service["status"],
        DeploymentController = service["deploymentController"] is JsonObject controller ? new DeploymentController { Type = (string?)controller["type"] } : null,
    };

    private static AwsKeys KeysFromEnvironment() => new(
        LambdaEnvironment.Require("AWS_ACCESS_KEY_ID"), LambdaEnvironment.Require("AWS_SECRET_ACCESS_KEY"), LambdaEnvironment.Get("AWS_SESSION_TOKEN"));

    private static Uri? EndpointFromEnvironment() =>
        (LambdaEnvironment.Get("AWS_ENDPOINT_URL_ECS") ?? LambdaEnvironment.Get("AWS_ENDPOINT_URL")) is { } url ? new Uri(url) : null;

    private static Uri DefaultEndpoint(string region) =>
        new($"https://ecs.{region}.amazonaws.com{(region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : "")}/");
}
