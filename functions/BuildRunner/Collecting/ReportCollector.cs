using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Reports;
using Sluice.BuildRunner.Reports.Content;

namespace Sluice.BuildRunner.Collecting;

/// <summary>Finds and reads the files of a report. What cannot be read of it is told in it; the others still count.</summary>
/// <param name="tree">The source.</param>
/// <param name="mask">Hides secrets.</param>
internal sealed class ReportCollector(SourceTree tree, Func<string, string> mask)
{
    /// <param name="report">Which files.</param>
    /// <param name="variables">The variables in its paths, as far as they are set.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<CollectedReport> CollectAsync(BuildspecReport report, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var tally = new ReportTally(report, tree.Named);
        try
        {
            var selected = ArtifactSelection.Select(tree, PathVariables.Expand(report.Files with { DiscardPaths = false }, variables)).Files;
            foreach (var file in selected)
            {
                await ReadAsync(report.Format, file, tally, cancellationToken);
            }

            return new CollectedReport(tally.Data(), report.Files.DiscardPaths ? [.. WithoutPaths(selected)] : selected, null);
        }
        catch (ArtifactException e)
        {
            tally.Fault(e.Message);
            return new CollectedReport(tally.Data(), [], e.Message);
        }
    }

    private async Task ReadAsync(ReportFormat format, ArtifactFile file, ReportTally tally, CancellationToken cancellationToken)
    {
        var content = new ReportContent(file.Path, tree.Named, mask);
        try
        {
            await using var bytes = await BuildFile.OpenAsync(file.FullPath, file.Path, cancellationToken);
            await ReportFile.ReadAsync(format, content, bytes, cancellationToken);
            tally.Add(content);
        }
        catch (Exception e) when (e is ArtifactException or IOException)
        {
            tally.Fault(e is ArtifactException ? e.Message : $"'{file.Path}' cannot be read: {e.Message}");
        }
    }

    // Of two files with one name the second is numbered: an export loses neither.
    private static IEnumerable<ArtifactFile> WithoutPaths(IReadOnlyList<ArtifactFile> files)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = Path.GetFileName(file.EntryName);
            for (var n = 2; !taken.Add(name); n++)
            {
                name = $"{Path.GetFileNameWithoutExtension(file.EntryName)}-{n}{Path.GetExtension(file.EntryName)}";
            }

            yield return file with { EntryName = name };
        }
    }
}
