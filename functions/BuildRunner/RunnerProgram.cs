using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildRunner.Configuration;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Runs;
using Sluice.Platform.Configuration;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner;

/// <summary>
/// The program: 0 when the build has ended and <c>result.json</c> says how (a failed build too), 1 for a fault of its own, 2 for variables it cannot work with.
/// </summary>
internal sealed class RunnerProgram(IReadOnlyDictionary<string, string> variables, TextWriter log, TextWriter error)
{
    private const int Ended = 0;
    private const int OwnFault = 1;
    private const int WrongUsage = 2;

    public async Task<int> RunAsync(string temporaryFolder, CancellationToken stop)
    {
        RunnerConfiguration configuration;
        try
        {
            configuration = new RunnerConfigurationReader(variables).Read(temporaryFolder);
        }
        catch (InvalidConfigurationException e)
        {
            await error.WriteLineAsync(e.Message);
            return WrongUsage;
        }

        return await RunAsync(configuration, stop);
    }

    private async Task<int> RunAsync(RunnerConfiguration configuration, CancellationToken stop)
    {
        var buildLog = LogOf(configuration);
        IObjectStore? objects = null;
        try
        {
            objects = ObjectStores.Open(configuration.Objects, configuration.WorkspaceParent);
            configuration = await EnvironmentReader.CompleteAsync(configuration, objects, stop);
            buildLog = LogOf(configuration);
            var ports = new RunnerPorts(variables, new SystemProcesses(), objects, TimeProvider.System, new RandomIds(), buildLog);
            await StoreAsync(objects, configuration, await new BuildRun(configuration, ports).RunAsync(stop));
            return Ended;
        }
        catch (Exception e)
        {
            var message = buildLog.Mask($"{e.GetType().Name}: {e.Message}");
            await error.WriteLineAsync(message);
            await TryStoreFaultAsync(objects, configuration, message);
            return OwnFault;
        }
    }

    private BuildLog LogOf(RunnerConfiguration configuration) => new(log, new SecretMask(configuration.Secrets));

    private static Task StoreAsync(IObjectStore objects, RunnerConfiguration configuration, BuildResult result) =>
        objects.PutAsync(
            new ObjectRef(configuration.OutputBucket, $"{configuration.OutputPrefix}/{RunnerVariables.ResultName}"),
            new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(result, SluiceJson.Options)),
            CancellationToken.None);

    // Says more to the reader than a missing result does; but what failed may well be the store itself.
    private async Task TryStoreFaultAsync(IObjectStore? objects, RunnerConfiguration configuration, string message)
    {
        try
        {
            var result = new BuildResult(BuildStatus.Fault, [], null, new Dictionary<string, string>(), message);
            await (objects is null ? Task.CompletedTask : StoreAsync(objects, configuration, result));
        }
        catch (Exception e)
        {
            await error.WriteLineAsync($"The result could not be stored either: {e.Message}");
        }
    }
}
