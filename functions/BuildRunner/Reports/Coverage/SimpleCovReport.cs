using System.Text.Json;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Json;
using Sluice.BuildRunner.Reports.Lines;
using Sluice.BuildRunner.Reports.Text;

namespace Sluice.BuildRunner.Reports.Coverage;

/// <summary>
/// SimpleCov's files: <c>.resultset.json</c>, in which each test command has its coverage, and <c>coverage.json</c> of its JSON formatter. A file is a list of counts (before 0.18) or has <c>lines</c>
/// and <c>branches</c>. A count of null is no code.
/// </summary>
internal sealed class SimpleCovReport(ReportContent content) : IJsonReport
{
    private readonly Dictionary<string, SimpleCovFile> _files = new(StringComparer.Ordinal);

    public void Start(JsonPlace place)
    {
        if (place is { Depth: 1, IsObject: false })
        {
            throw new ReportException(place.Line, "is no SIMPLECOV report; expected a map from test commands to their coverage");
        }
    }

    public void End(JsonPlace place)
    {
        if (place.Depth > 1)
        {
            if (place.IsList && FileOf(place) is { } path)
            {
                File(path).EndRun();
            }

            return;
        }

        if (_files.Count == 0)
        {
            content.Fault(0, "has no coverage; expected a map from test commands to their coverage");
        }

        foreach (var (path, file) in _files)
        {
            file.Tell(content.Coverage.Of(path));
        }
    }

    public void Value(JsonPlace place, JsonTokenType kind, string text)
    {
        if (place.Parent is { IsList: true } list && FileOf(list) is { } path)
        {
            File(path).AddLine(kind == JsonTokenType.Number ? Count.Of(text) : null);
        }
        else if (kind == JsonTokenType.Number && BranchOf(place) is var (branchPath, branch))
        {
            File(branchPath).AddBranch(branch, Count.Of(text));
        }
    }

    private SimpleCovFile File(string path)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            _files[path] = file = new SimpleCovFile();
        }

        return file;
    }

    /// <summary>The path of the file whose counts this list is; null if it is another list.</summary>
    private static string? FileOf(JsonPlace list)
    {
        var file = list is { Name: "lines", Parent.Parent: { } above } && IsCoverage(above) ? list.Parent : list;
        return file.Parent is { } coverage && IsCoverage(coverage) && file.Name.Length > 0 && (file == list || file.IsObject) ? file.Name : null;
    }

    // {"RSpec": {"coverage": {…}}}, or {"coverage": {…}}.
    private static bool IsCoverage(JsonPlace place) => place is { Name: "coverage", IsObject: true, Depth: 2 or 3 };

    /// <summary>The path and the branch's own name, if this is a branch's count; without a name if the branch has none.</summary>
    private static (string Path, string? Branch)? BranchOf(JsonPlace place)
    {
        // "branches": {"[:if, 0, 3, 4, 9, 7]": {"[:then, 1, 4, 6, 4, 10]": 5}}
        if (place.Parent is { IsObject: true, Parent: { Name: "branches", IsObject: true, Parent: { Parent: { } above } file } } condition && IsCoverage(above))
        {
            return (file.Name, $"{condition.Name} {place.Name}");
        }

        // "branches": [{"type": "then", "start_line": 4, "end_line": 4, "coverage": 5}]
        return place is { Name: "coverage", Parent: { IsObject: true, Parent: { Name: "branches", IsList: true, Parent: { Parent: { } outer } listed } } } && IsCoverage(outer)
            ? (listed.Name, null)
            : null;
    }
}
