using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Deployments.Api.Deployments;
using Sluice.Deployments.Model;
using Sluice.Deployments.Shapes;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Protocol;

namespace Sluice.CrashingSuite;

/// <summary>
/// Until the n-th deployment of the group <c>shop/live</c> has ended, which it makes if nobody has, and stops when it is ready if that is asked for.
/// It is killed at the first call that is not among those it is told of.
/// </summary>
internal sealed class EcsScenario(Suite suite, string definition, bool stops)
{
    private static readonly OperationContext Context = new("crash", null);

    public static Action<TaskCall> CrashOf(string[] arguments)
    {
        var known = arguments[3].Split(';').ToHashSet(StringComparer.Ordinal);
        return CrashPoint.Of("deploy-ecs", call => Name(call) is var name && known.Contains("*") || known.Contains(name) ? null : name);
    }

    public static async Task RunAsync(Suite suite, string[] arguments, CancellationToken late)
    {
        var scenario = new EcsScenario(suite, arguments[1], arguments[2] == "stopped");
        Console.WriteLine(await scenario.EndAsync(int.Parse(arguments[0], CultureInfo.InvariantCulture), late));
    }

    /// <summary>The state, and of a listener's change what it is to become.</summary>
    private static string Name(TaskCall call) => call.Parameters?["DefaultActions"]?[0]?["ForwardConfig"]?["TargetGroups"]?.AsArray() is { } groups
        ? $"{call.StateName} {string.Join('/', groups.Select(group => $"{group!["Weight"]}"))}"
        : call.StateName;

    private async Task<string> EndAsync(int number, CancellationToken late)
    {
        var signal = new Signal();
        void Wake(JsonObject happened) => signal.Raise();
        suite.Bus.Published += Wake;
        var id = await DeploymentAsync(number, late);
        while (true)
        {
            var info = (await Get<GetDeployment>().RunAsync(new GetDeploymentInput { DeploymentId = id }, Context, late)).DeploymentInfo!;
            if (info.CompleteTime is not null)
            {
                return $"{info.Status} {info.Outcome}";
            }

            if (info.Status == DeploymentStatus.Ready)
            {
                await EndWaitAsync(id, late);
            }

            using var look = CancellationTokenSource.CreateLinkedTokenSource(late);
            look.CancelAfter(TimeSpan.FromSeconds(1));
            await signal.WaitAsync(look.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            late.ThrowIfCancellationRequested();
        }
    }

    private async Task<string> DeploymentAsync(int number, CancellationToken late)
    {
        var listed = (await Get<ListDeployments>().RunAsync(new ListDeploymentsInput { ApplicationName = "shop", DeploymentGroupName = "live" }, Context, late)).Deployments!;
        var input = new CreateDeploymentInput
        {
            ApplicationName = "shop",
            DeploymentGroupName = "live",
            DeploymentConfigName = stops ? "Steps.10@pause" : "Steps.10@1s,50@1s",
            Revision = new RevisionLocation { RevisionType = RevisionLocationType.AppSpecContent, AppSpecContent = new AppSpecContent { Content = AppSpec() } },
        };
        return listed.Count >= number ? listed[^number] : (await Get<CreateDeployment>().RunAsync(input, Context, late)).DeploymentId!;
    }

    private Task EndWaitAsync(string id, CancellationToken late) => stops
        ? Get<StopDeployment>().RunAsync(new StopDeploymentInput { DeploymentId = id }, Context, late)
        : Get<ContinueDeployment>().RunAsync(new ContinueDeploymentInput { DeploymentId = id, DeploymentWaitType = DeploymentWaitType.READY_WAIT }, Context, late);

    private string AppSpec() => $$"""
        {"version": 0.0, "Resources": [{"web": {"Type": "AWS::ECS::Service", "Properties": {
            "TaskDefinition": "{{definition}}", "LoadBalancerInfo": {"ContainerName": "web", "ContainerPort": 8080} } } }]}
        """;

    private T Get<T>()
        where T : notnull => suite.Services.GetRequiredService<T>();
}
