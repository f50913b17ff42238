using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner;
using Sluice.BuildRunner.Configuration;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Sources;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;

namespace Sluice.Local.Commands.Builds;

/// <summary>Does a job with the build's own program, in this process; what it hands on goes to a folder, and nothing else is left.</summary>
/// <param name="job">What to build.</param>
/// <param name="options">Where what comes of it goes.</param>
/// <param name="environment">This machine's.</param>
/// <param name="log">Gets the log as it comes.</param>
/// <param name="output">Gets the summary, or the result.</param>
internal sealed class FolderBuild(BuildJob job, FolderBuildOptions options, IReadOnlyDictionary<string, string> environment, Stream log, TextWriter output)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var temporary = Directory.CreateTempSubdirectory("sluice-build-");
        try
        {
            var objects = new FileObjectStore(Path.Combine(temporary.FullName, "objects"));
            var settings = new RunnerSettings("", job.Output, Path.Combine(temporary.FullName, "work"), options.Cache is { } cache ? Path.GetFullPath(cache) : "", Api: null, Packages: null);
            var variables = environment.Where(variable => variable.Key != RunnerVariables.Mark).ToDictionary();
            var result = await new JobRun(job, settings, variables, objects, Console.Error).RunAsync(new BuildLog(new SecretMask(JobSecrets.Of(job, variables)), new StreamSink(log)), stop);
            await HandOnAsync(result, objects, stop);
            await output.WriteAsync(options.Json ? JsonSerializer.Serialize(result, SluiceJson.Options) + "\n" : BuildSummary.Of(result, await FailedTests.OfAsync(result, objects, stop), options.Artifacts));
            return result.Status == BuildStatus.Succeeded ? ExitCodes.Succeeded : stop.IsCancellationRequested ? ExitCodes.Interrupted : 1;
        }
        finally
        {
            _ = Platform.Files.LeftFolder.Remove(temporary.FullName);
        }
    }

    /// <summary>The primary artifact's files in the folder itself, those of secondary ones in folders of their names.</summary>
    private async Task HandOnAsync(BuildResult result, FileObjectStore objects, CancellationToken stop)
    {
        if (options.Artifacts is not { } folder || result.Manifest is not { } place)
        {
            return;
        }

        await using var content = await objects.OpenAsync(place, stop);
        var manifest = (await JsonSerializer.DeserializeAsync<ArtifactManifest>(content, SluiceJson.Options, stop))!;
        foreach (var (id, zip) in manifest.Secondary.Select(one => (one.Key, one.Value)).Concat(manifest.Primary is { } primary ? [("", primary)] : []))
        {
            await using var archive = await objects.OpenAsync(zip.Location, stop);
            await new ArchiveSource(mode: FileMode.Create).UnpackAsync(archive, Directory.CreateDirectory(Path.Combine(folder, id)).FullName, "the artifact", stop);
        }
    }
}
