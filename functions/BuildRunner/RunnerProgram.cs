using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buckets;
using Sluice.BuildRunner.Configuration;
using Sluice.BuildRunner.Logs;
using Sluice.Platform.Configuration;

namespace Sluice.BuildRunner;

/// <summary>
/// The program: 0 when the build has ended and <c>result.json</c> says how (a failed build too), 1 for a fault of its own, 2 for variables it cannot work with.
/// </summary>
internal sealed class RunnerProgram(IReadOnlyDictionary<string, string> variables, Stream log, TextWriter error)
{
    private const int Ended = 0;
    private const int OwnFault = 1;
    private const int WrongUsage = 2;

    /// <summary>How long a build may take here, whatever it may take otherwise; null for as long as its job says.</summary>
    public TimeSpan? Longest { get; init; }

    public async Task<int> RunAsync(string temporaryFolder, CancellationToken stop)
    {
        RunnerSettings settings;
        try
        {
            settings = new RunnerSettingsReader(variables).Read(temporaryFolder);
        }
        catch (InvalidConfigurationException e)
        {
            await error.WriteLineAsync(e.Message);
            return WrongUsage;
        }

        return await RunAsync(settings, stop);
    }

    private async Task<int> RunAsync(RunnerSettings settings, CancellationToken stop)
    {
        var mask = new SecretMask([]);
        ResultStore? results = null;
        try
        {
            var objects = ObjectStores.Open(settings.Objects, settings.WorkspaceParent);
            results = new ResultStore(objects);
            var job = Bounded(await JobReader.ReadAsync(objects, settings.Job, stop));
            mask = new SecretMask(JobSecrets.Of(job, variables));
            await results.StoreAsync(job.Output, await new JobRun(job, settings, variables, objects, error).RunAsync(new BuildLog(mask, new StreamSink(log)), stop));
            return Ended;
        }
        catch (Exception e)
        {
            var message = mask.Apply($"{e.GetType().Name}: {e.Message}");
            await error.WriteLineAsync(message);
            await (results?.TryStoreFaultAsync(settings.Job, message, error) ?? Task.CompletedTask);
            return OwnFault;
        }
    }

    private BuildJob Bounded(BuildJob job) => Longest is { } longest ? job with { TimeoutSeconds = Math.Clamp((int)longest.TotalSeconds, 1, job.TimeoutSeconds) } : job;
}
