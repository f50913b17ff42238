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

/// <summary>Builds a folder with the build's own program, in this process; what it hands on goes to a folder, and nothing else is left.</summary>
/// <param name="options">What to build.</param>
/// <param name="environment">This machine's.</param>
/// <param name="log">Gets the log as it comes.</param>
/// <param name="output">Gets the summary, or the result.</param>
internal sealed class FolderBuild(FolderBuildOptions options, IReadOnlyDictionary<string, string> environment, Stream log, TextWriter output)
{
    private const int LongestSeconds = 36 * 60 * 60;
    private readonly ObjectRef _output = new("builds", "build");

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var temporary = Directory.CreateTempSubdirectory("sluice-build-");
        try
        {
            var objects = new FileObjectStore(Path.Combine(temporary.FullName, "objects"));
            var job = Job();
            var settings = new RunnerSettings("", _output, Path.Combine(temporary.FullName, "work"), options.Cache is { } cache ? Path.GetFullPath(cache) : "", null);
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

    private BuildJob Job()
    {
        var name = string.Concat(Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Source)).Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));
        var id = $"{(name.Length > 0 ? name : "build")}:{new Platform.Ids.RandomIds().Uuid()}";
        return new BuildJob
        {
            BuildId = id,
            BuildArn = $"arn:aws:codebuild:us-east-1:000000000000:build/{id}",
            BuildNumber = 1,
            Initiator = environment.GetValueOrDefault("USER", "user"),
            Output = _output,
            TimeoutSeconds = LongestSeconds,
            Source = new JobSource { Kind = JobSourceKind.Folder, Repository = options.Source },
            Buildspec = options.Buildspec,
            Environment = options.Environment,
            Image = options.Image,
            Artifacts = options.Artifacts is null ? null : new JobArtifact { ForPipeline = true, IsZip = true },
            Cache = options.Cache is null ? null : new JobCache(null, "", name.Length > 0 ? name : "build"),
        };
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
