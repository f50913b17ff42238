using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Storage;

namespace Sluice.World.Machines.Cloud;

/// <summary>What the machine calls: Lambda, CloudWatch, ECS, its load balancer, the suite's entry points and the users' hooks. One of the calls can be lost or repeated.</summary>
internal sealed class FakeCloud(FakeLambda lambda, FakeCloudWatch cloudWatch, FakeEcs ecs, FakeLoadBalancer balancer) : ITaskServices
{
    public const string SuiteArn = "arn:aws:lambda:us-east-1:000000000000:function:suite-";
    private const string Sdk = "arn:aws:states:::aws-sdk:";
    private const string Invoke = "arn:aws:states:::lambda:invoke";

    /// <summary>Calls the suite's entry point.</summary>
    public Func<string, JsonNode, Task<JsonNode?>> EntryPoint { get; set; } = (_, _) => throw new InvalidOperationException();

    /// <summary>Users' functions.</summary>
    public Dictionary<string, Func<JsonNode, Task<JsonNode?>>> Hooks { get; } = [];

    /// <summary>Runs before a call: its number from 0, its state's name.</summary>
    public Func<int, TaskCall, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Runs after a call, before its answer arrives.</summary>
    public Func<int, TaskCall, Task> After { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Calls that are delivered twice.</summary>
    public Func<int, TaskCall, bool> Twice { get; set; } = (_, _) => false;

    public List<TaskCall> Calls { get; } = [];

    public static TaskFailedException Lost(TaskCall call) => call.Resource switch
    {
        Invoke => new TaskFailedException("Lambda.SdkClientException", "The connection was reset."),
        _ when call.Resource.Contains(":cloudwatch:", StringComparison.Ordinal) => new TaskFailedException("CloudWatch.SdkClientException", "The connection was reset."),
        _ when call.Resource.Contains(":ecs:", StringComparison.Ordinal) => new TaskFailedException("Ecs.SdkClientException", "The connection was reset."),
        _ when call.Resource.Contains(":elastic", StringComparison.Ordinal) => new TaskFailedException("ElasticLoadBalancingV2.SdkClientException", "The connection was reset."),
        _ => new TaskFailedException("Lambda.SdkClientException", "The connection was reset."),
    };

    public bool Serves(string resource) => resource == Invoke || resource.StartsWith(Sdk, StringComparison.Ordinal);

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var number = Calls.Count;
        Calls.Add(call);
        await Before(number, call);
        if (Twice(number, call))
        {
            try
            {
                await AnswerAsync(call);
            }
            catch (TaskFailedException)
            {
                // The first delivery's answer is not waited for.
            }
        }

        var answer = await AnswerAsync(call);
        await After(number, call);
        return answer;
    }

    private async Task<JsonNode?> AnswerAsync(TaskCall call)
    {
        await Task.Yield();
        var parameters = call.Parameters!;
        if (call.Resource == Invoke)
        {
            return await InvokeAsync((string)parameters["FunctionName"]!, parameters["Payload"]!);
        }

        var parts = call.Resource[Sdk.Length..].Split(':');
        return parts[0] switch
        {
            "lambda" => lambda.Call(parts[1], parameters),
            "cloudwatch" => cloudWatch.Call(parts[1], parameters),
            "ecs" => ecs.Call(parts[1], parameters),
            _ => balancer.Call(parts[1], parameters),
        };
    }

    private async Task<JsonNode?> InvokeAsync(string function, JsonNode payload)
    {
        var answer = function.StartsWith(SuiteArn, StringComparison.Ordinal)
            ? await SuiteAsync(function[SuiteArn.Length..], payload)
            : await Hooks[function](payload.DeepClone());
        return new JsonObject { ["StatusCode"] = 200, ["Payload"] = answer };
    }

    private async Task<JsonNode?> SuiteAsync(string name, JsonNode payload)
    {
        try
        {
            return await EntryPoint(name, payload.DeepClone());
        }
        catch (Exception e) when (e is not TaskFailedException && !StorageFault.In(e))
        {
            throw LambdaFaults.Of(e);
        }
    }
}
