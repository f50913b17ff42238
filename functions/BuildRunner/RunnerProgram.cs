using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildRunner.Buckets;
using Sluice.BuildRunner.Configuration;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Runs;
using Sluice.BuildRunner.Variables;
using Sluice.Platform.Configuration;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Signing.Calls;

namespace Sluice.BuildRunner;

/// <summary>
/// The program: 0 when the build has ended and <c>result.json</c> says how (a failed build too), 1 for a fault of its own, 2 for variables it cannot work with.
/// </summary>
internal sealed class RunnerProgram(IReadOnlyDictionary<string, string> variables, Stream log, TextWriter error)
{
    private const int Ended = 0;
    private const int OwnFault = 1;
    private const int WrongUsage = 2;

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
        IObjectStore? objects = null;
        try
        {
            objects = ObjectStores.Open(settings.Objects, settings.WorkspaceParent);
            var job = await JobReader.ReadAsync(objects, settings.Job, stop);
            mask = new SecretMask(JobSecrets.Of(job));
            using var http = new HttpClient();
            var aws = new AwsEnvironment(variables, http, TimeProvider.System);
            var ports = new RunnerPorts(
                variables, new SystemProcesses(), objects, new S3Buckets(aws.SetEndpoint("S3"), settings.WorkspaceParent), new AwsValueStores(aws), TimeProvider.System, new RandomIds(),
                new BuildLog(mask, new StreamSink(log)));
            await StoreAsync(objects, job.Output, await new BuildRun(job, settings.WorkspaceParent, ports).RunAsync(stop));
            return Ended;
        }
        catch (Exception e)
        {
            var message = mask.Apply($"{e.GetType().Name}: {e.Message}");
            await error.WriteLineAsync(message);
            await TryStoreFaultAsync(objects, settings.Job, message);
            return OwnFault;
        }
    }

    private static Task StoreAsync(IObjectStore objects, ObjectRef output, BuildResult result) =>
        objects.PutAsync(
            output with { Key = $"{output.Key}/{RunnerVariables.ResultName}" }, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(result, SluiceJson.Options)), CancellationToken.None);

    /// <summary>Says more to the reader than a missing result does; but what failed may well be the store itself. The job is beside the result, whether it could be read or not.</summary>
    private async Task TryStoreFaultAsync(IObjectStore? objects, ObjectRef job, string message)
    {
        try
        {
            var output = job with { Key = job.Key[..Math.Max(0, job.Key.LastIndexOf('/'))] };
            var result = new BuildResult(BuildStatus.Fault, [], null, new Dictionary<string, string>(), message);
            await (objects is null ? Task.CompletedTask : StoreAsync(objects, output, result));
        }
        catch (Exception e)
        {
            await error.WriteLineAsync($"The result could not be stored either: {e.Message}");
        }
    }
}
