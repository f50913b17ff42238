using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Collecting;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Runs;

/// <summary>Collects and stores the build's reports.</summary>
internal sealed class ReportUpload(BuildJob job, Workspace workspace, RunnerPorts ports)
{
    private readonly ReportCollector _collector = new(new SourceTree(workspace.Folders.Source, workspace.Folders.Control), ports.Log.Mask);

    /// <returns>The reports, and for those without files why: that fails a build, as in CodeBuild. A file that cannot be read and a test that failed do not.</returns>
    public async Task<(IReadOnlyList<BuildReport> Reports, IReadOnlyList<PhaseFault> Missing)> RunAsync(
        IReadOnlyList<BuildspecReport> reports, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var (stored, missing) = (new List<BuildReport>(), new List<PhaseFault>());
        foreach (var report in reports)
        {
            var collected = await _collector.CollectAsync(report, variables, cancellationToken);
            stored.Add(await StoreAsync(collected, $"reports/{stored.Count + 1}", cancellationToken));
            Tell(collected);
            if (collected.Missing is { } why)
            {
                // CodeBuild's words, and after them what helps.
                missing.Add(new PhaseFault("CLIENT_ERROR", $"Error in UPLOAD_ARTIFACTS phase: [{report.Group}: [report files not found in build]] {why}"));
            }
        }

        return (stored, missing);
    }

    private async Task<BuildReport> StoreAsync(CollectedReport collected, string name, CancellationToken cancellationToken)
    {
        var (data, target) = (collected.Data, Target($"{name}.json"));
        await ports.Objects.PutAsync(target, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(data, SluiceJson.Options)), cancellationToken);
        var raw = collected.Files.Count > 0 ? await StoreRawAsync(collected, Target($"{name}.zip"), cancellationToken) : null;
        return new BuildReport(data.Group, data.Type, data.Status, target, raw, data.Tests, data.Coverage) { Truncated = data.Truncated };
    }

    private async Task<ObjectRef?> StoreRawAsync(CollectedReport collected, ObjectRef target, CancellationToken cancellationToken)
    {
        var path = Path.Combine(workspace.Folders.Control, "report.zip");
        try
        {
            await ArtifactArchive.WriteAsync(path, collected.Files, cancellationToken);
        }
        catch (ArtifactException e)
        {
            ports.Log.Status(PhaseType.UploadArtifacts, $"Report {collected.Data.Group}: its files are not kept: {e.Message}");
            return null;
        }

        await using var content = File.OpenRead(path);
        await ports.Objects.PutAsync(target, content, cancellationToken);
        return target;
    }

    private void Tell(CollectedReport collected)
    {
        var data = collected.Data;
        ports.Log.Status(PhaseType.UploadArtifacts, $"Report {data.Group}: {ReportWords.Of(data)}");
        foreach (var fault in collected.Missing is null ? data.Faults : [])
        {
            ports.Log.Status(PhaseType.UploadArtifacts, $"Report {data.Group}: {fault}");
        }
    }

    private ObjectRef Target(string name) => job.Output with { Key = $"{job.Output.Key}/{name}" };
}
