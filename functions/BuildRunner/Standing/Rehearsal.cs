using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Configuration;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;

namespace Sluice.BuildRunner.Standing;

/// <summary>A build that does nothing, in folders that are gone after it, and of which nobody hears but this program itself: it has the runtime load and compile what every build needs.</summary>
internal sealed class Rehearsal(IReadOnlyDictionary<string, string> variables)
{
    private const string Buildspec = "version: 0.2\nphases:\n  build:\n    commands:\n      - ':'\n";
    private static readonly ObjectRef _job = new("rehearsal", "build/job.json");

    public async Task RunAsync(string temporaryFolder)
    {
        var parent = Directory.CreateDirectory(variables.GetValueOrDefault(RunnerVariables.Workspace) is { Length: > 0 } workspace ? workspace : temporaryFolder);
        var folder = Path.Combine(parent.FullName, $"sluice-rehearsal-{Path.GetRandomFileName()}");
        try
        {
            await new FileObjectStore(folder).PutAsync(_job, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(Job(folder), SluiceJson.Options)));
            await using var service = new RehearsalService();
            await new RunnerProgram(Variables(folder, service.Url), Stream.Null, TextWriter.Null).RunAsync(temporaryFolder, CancellationToken.None);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        // It may have to wait for long.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    private static BuildJob Job(string folder)
    {
        var id = Path.GetFileName(folder);
        return new BuildJob
        {
            BuildId = $"rehearsal:{id}", BuildArn = $"arn:aws:codebuild:us-east-1:000000000000:build/rehearsal:{id}", BuildNumber = 1, Initiator = "rehearsal", Output = _job with { Key = "build" },
            TimeoutSeconds = JobReader.LongestTimeoutSeconds, Source = new JobSource { Kind = JobSourceKind.None }, Buildspec = Buildspec, ProgressSecret = "rehearsal",
        };
    }

    private Dictionary<string, string> Variables(string folder, string service)
    {
        var own = new Dictionary<string, string>(variables, StringComparer.Ordinal)
        {
            [RunnerVariables.Objects] = $"file:{folder}", [RunnerVariables.Job] = $"{_job.Bucket}/{_job.Key}", [RunnerVariables.Workspace] = folder,
            [RunnerVariables.Api] = service, [RunnerVariables.Packages] = service,
        };
        return own;
    }
}
