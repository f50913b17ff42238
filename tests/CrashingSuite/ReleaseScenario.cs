using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;

namespace Sluice.CrashingSuite;

/// <summary>
/// Until the run of a commit has ended, or the deployment's machine has had a call answered: the first,
/// or the one after it where the first is the call that killed the process before, made again.
/// </summary>
internal static class ReleaseScenario
{
    public static Action<TaskCall> CrashOf(string[] arguments)
    {
        var (killer, calls) = (arguments[2], 0);
        return CrashPoint.Of("deploy-lambda", call => Interlocked.Increment(ref calls) > 1 || call.StateName != killer ? call.StateName : null);
    }

    public static async Task RunAsync(Suite suite, string[] arguments, CancellationToken late)
    {
        var (pipeline, commit) = (arguments[0], arguments[1]);
        var runs = new RunFollower(suite, suite.Services.GetRequiredService<ExecutionViews>(), TimeProvider.System);
        var run = await runs.BeginningAsync(pipeline, commit, late);
        run = await runs.EndAsync(pipeline, run.PipelineExecutionId, late);
        using var http = new HttpClient();
        var versions = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 20; i++)
        {
            using var answer = await http.PostAsync(suite.AliasUrl("fn", "live"), new StringContent("{}"), late);
            versions.Add(answer.EnsureSuccessStatusCode().Headers.GetValues("X-Amz-Executed-Version").Single());
        }

        Console.WriteLine($"{run.Stages[^1].Actions[^1].Outcome}, answered by {versions.Count} version");
    }
}
