using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buckets;
using Sluice.BuildRunner.Configuration;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Runs;
using Sluice.BuildRunner.Telling;
using Sluice.BuildRunner.Variables;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Signing.Calls;

namespace Sluice.BuildRunner;

/// <summary>Does a job with the real machine, and tells of it whoever wants to hear.</summary>
internal sealed class JobRun(BuildJob job, RunnerSettings settings, IReadOnlyDictionary<string, string> variables, IObjectStore objects, TextWriter error)
{
    public async Task<BuildResult> RunAsync(BuildLog log, CancellationToken stop)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var http = new HttpClient();
        var aws = new AwsEnvironment(variables, http, TimeProvider.System);
        var buckets = new LaterBuckets(() => new S3Buckets(aws.SetEndpoint("S3"), settings.WorkspaceParent));
        await using var telling = new BuildTelling(job, buckets, aws, settings.WorkspaceParent, TimeProvider.System, text => error.WriteLine(log.Mask(text)));
        telling.Open(log);
        var service = settings.Api is { } api ? new ServiceCalls(http, api) : null;
        await using var progress = Progress(service, stopping);
        var ports = new RunnerPorts(variables, new SystemProcesses(), objects, buckets, new AwsValueStores(aws), TimeProvider.System, new RandomIds(), log)
        {
            CacheFolder = settings.CacheFolder, Observers = progress is null ? [] : [progress], Commands = Commands(service), Packages = Packages(service, http),
        };
        return await new BuildRun(job, settings.WorkspaceParent, ports).RunAsync(stopping.Token);
    }

    private ProgressTeller? Progress(ServiceCalls? service, CancellationTokenSource stopping) => service is not null && job.ProgressSecret is { } secret
        ? new ProgressTeller(new HttpProgressService(service), job.BuildId, secret, TimeProvider.System, stopping.Cancel) : null;

    private HttpCommandSource? Commands(ServiceCalls? service) => service is not null && job.ProgressSecret is { } secret ? new HttpCommandSource(service, job.BuildId, secret) : null;

    private HttpPackageService? Packages(ServiceCalls? service, HttpClient http) => service is not null && settings.Packages is { } packages && job.ProgressSecret is { } secret
        ? new HttpPackageService(service, http, packages, job.BuildId, secret) : null;
}
