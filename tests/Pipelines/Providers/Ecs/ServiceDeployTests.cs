using System.Text;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Providers.Ecs;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Tests.Providers.Ecs;

public sealed class ServiceDeployTests
{
    private const string Before = "arn:aws:ecs:us-east-1:123456789012:task-definition/web:7";
    private const string Next = "arn:aws:ecs:us-east-1:123456789012:task-definition/web:8";

    private readonly JsonObject _service = (JsonObject)JsonNode.Parse($$"""{"ServiceName":"web","Status":"ACTIVE","TaskDefinition":"{{Before}}","Deployments":[{"Id":"ecs-svc/1","Status":"PRIMARY","RolloutState":"COMPLETED","DesiredCount":2,"RunningCount":2}]}""")!;
    private int _looksUntilSteady = 2;
    private string _endsAs = "COMPLETED";
    private JsonObject? _registered;

    [Fact]
    public void Images_are_replaced_and_all_else_stays_and_the_action_waits_until_the_service_is_steady() => Play(async (host, request) =>
    {
        var result = await host.RunAsync(request);

        (result.Status, result.Message, result.ExternalExecutionId).ShouldBe((ActionStatus.Succeeded, $"The service runs {Next}.", "ecs-svc/2"));
        _registered!.ToJsonString().ShouldBe(
            """{"Family":"web","ContainerDefinitions":[{"Name":"app","Image":"repo/app@sha256:new","DockerLabels":{"a.b":"c"}},{"Name":"sidecar","Image":"sidecar:1"}],"Cpu":"256","ExecutionRoleArn":"arn:aws:iam::123456789012:role/execution","Tags":[{"Key":"team","Value":"web"}]}""");
        host.Executions.Single().Path.Where(state => state is not ("Advance" or "Pause" or "WhichCall")).ShouldBe(
            ["DescribeServices", "DescribeTaskDefinition", "RegisterTaskDefinition", "UpdateService", "DescribeServices", "DescribeServices", "DescribeServices", "Ended"]);
    });

    [Fact]
    public void A_deployment_that_ECS_gives_up_fails_with_its_reason() => Play(async (host, request) =>
    {
        _endsAs = "FAILED";
        (await host.RunAsync(request)).Message.ShouldBe($"The deployment of {Next} failed. ECS deployment circuit breaker: tasks failed to start. The service has the task definition {Next}.");
    });

    [Fact]
    public void A_deployment_that_another_replaces_fails() => Play(async (host, request) =>
    {
        _endsAs = "REPLACED";
        (await host.RunAsync(request)).Message.ShouldBe($"The deployment of {Next} failed. The service has the task definition {Before}.");
    });

    [Fact]
    public void A_service_that_does_not_become_steady_fails_in_its_time() => Play(async (host, request) =>
    {
        _looksUntilSteady = int.MaxValue;
        var begun = host.Time.GetUtcNow();
        (await host.RunAsync(request)).Message.ShouldBe($"The service did not become steady within 10 minutes: 1 of 2 tasks of {Next} run. ECS goes on with it.");
        (host.Time.GetUtcNow() - begun).ShouldBeInRange(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    });

    [Theory]
    [InlineData("CODE_DEPLOY")]
    [InlineData("EXTERNAL")]
    public void A_service_that_others_deploy_is_refused(string controller) => Play(async (host, request) =>
    {
        _service["DeploymentController"] = new JsonObject { ["Type"] = controller };
        (await host.RunAsync(request)).Message.ShouldBe($"The service 'web' is deployed by {controller}, not by ECS: take an action of CodeDeployToECS.");
        _registered.ShouldBeNull();
    });

    [Fact]
    public void A_service_that_is_not_there_is_named() => Play(async (host, request) =>
    {
        host.Serve = (_, _) => JsonNode.Parse("""{"Services":[],"Failures":[{"Reason":"MISSING"}]}""");
        (await host.RunAsync(request)).Message.ShouldBe("There is no service 'web' in the cluster 'main'.");
    });

    [Fact]
    public void A_container_that_is_not_in_the_task_definition_is_named() => Play(async (host, request) =>
    {
        var result = await host.RunAsync(request);
        result.Message.ShouldBe($"The task definition {Before} has no container 'api'; it has app, sidecar.");
        host.Calls.ShouldNotContain(call => call.Call == "RegisterTaskDefinition");
    }, """[{"name":"api","imageUri":"x"}]""");

    [Fact]
    public void A_stop_sets_the_service_back() => Play(async (host, request) =>
    {
        var serve = host.Serve;
        host.Serve = (call, parameters) =>
        {
            var answer = serve(call, parameters);
            if (call == "UpdateService" && (string?)parameters["TaskDefinition"] == Next)
            {
                host.StopAsync().GetAwaiter().GetResult();
            }

            return answer;
        };

        (await host.RunAsync(request)).Message.ShouldBe($"Stopped: enough. The service is set back to {Before}.");

        ((string?)_service["TaskDefinition"]).ShouldBe(Before);
    });

    [Fact]
    public void A_refused_call_is_told() => Play(async (host, request) =>
    {
        host.Serve = (_, _) => throw new Local.StateMachines.Tasks.TaskFailedException("Ecs.ClusterNotFoundException", "Cluster not found.");
        (await host.RunAsync(request)).Message.ShouldBe("DescribeServices was refused. Ecs.ClusterNotFoundException: Cluster not found.");
    });

    [Theory]
    [InlineData("{}", "images.json is no JSON list of containers and their images.")]
    [InlineData("[", "images.json is no JSON: ")]
    [InlineData("[]", "images.json names no image.")]
    [InlineData("""[{"name":"a"},{"name":"b","imageUri":"x"},{"name":"b","imageUri":"y"}]""", """images.json cannot be used: [0] is no {"name": CONTAINER, "imageUri": IMAGE}; [2] names the container 'b' again.""")]
    public void Every_fault_of_the_file_is_told(string file, string message) =>
        Should.Throw<ArtifactException>(() => ImageDefinitions.Read(Encoding.UTF8.GetBytes(file), "images.json")).Message.ShouldStartWith(message);

    private void Play(Func<ActionHost, ActionRequest, Task> scenario, string images = """[{"name":"app","imageUri":"repo/app@sha256:new"}]""")
    {
        using var host = new ActionHost { Serve = Serve };
        host.Time.Run(async () =>
        {
            var configuration = new Dictionary<string, string> { ["ClusterName"] = "main", ["ServiceName"] = "web", ["DeploymentTimeout"] = "10" };
            await scenario(host, await host.RequestAsync("Deploy/ECS", configuration, ("Images", Zips.Of(("imagedefinitions.json", images)))));
            return true;
        });
    }

    private JsonNode? Serve(string call, JsonObject parameters)
    {
        switch (call)
        {
            case "DescribeServices":
                Progress();
                return new JsonObject { ["Services"] = new JsonArray(_service.DeepClone()), ["Failures"] = new JsonArray() };
            case "DescribeTaskDefinition":
                parameters.ToJsonString().ShouldBe($$"""{"TaskDefinition":"{{Before}}","Include":["TAGS"]}""");
                return JsonNode.Parse($$"""
                    {"TaskDefinition":{"TaskDefinitionArn":"{{Before}}","Family":"web","Revision":7,"Status":"ACTIVE","Compatibilities":["FARGATE"],"RegisteredAt":"2026-01-01T00:00:00Z","RegisteredBy":"me","RequiresAttributes":[],
                     "ContainerDefinitions":[{"Name":"app","Image":"repo/app:old","DockerLabels":{"a.b":"c"} },{"Name":"sidecar","Image":"sidecar:1"}],"Cpu":"256","ExecutionRoleArn":"arn:aws:iam::123456789012:role/execution","PidMode":null},
                     "Tags":[{"Key":"team","Value":"web"}]}
                    """);
            case "RegisterTaskDefinition":
                _registered = parameters;
                return new JsonObject { ["TaskDefinition"] = new JsonObject { ["TaskDefinitionArn"] = Next } };
            default:
                _service["TaskDefinition"] = (string?)parameters["TaskDefinition"];
                _service["Deployments"] = JsonNode.Parse("""[{"Id":"ecs-svc/2","Status":"PRIMARY","RolloutState":"IN_PROGRESS","DesiredCount":2,"RunningCount":1},{"Id":"ecs-svc/1","Status":"ACTIVE","RolloutState":"COMPLETED"}]""");
                return new JsonObject { ["Service"] = _service.DeepClone() };
        }
    }

    private void Progress()
    {
        var deployments = (JsonArray)_service["Deployments"]!;
        if (deployments.Count < 2 || _looksUntilSteady-- > 0)
        {
            return;
        }

        if (_endsAs == "REPLACED")
        {
            (deployments[0]!["Status"], deployments[1]!["Status"], _service["TaskDefinition"]) = ("ACTIVE", "PRIMARY", Before);
            return;
        }

        deployments[0]!["RolloutState"] = _endsAs;
        deployments[0]!["RolloutStateReason"] = _endsAs == "FAILED" ? "ECS deployment circuit breaker: tasks failed to start." : "";
    }
}
