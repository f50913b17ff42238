using Sluice.BuildContract.Reports;

namespace Sluice.BuildRunner.Reports.Lines;

/// <summary>What tests ran of one file, line by line; or in numbers, where a report has nothing else.</summary>
internal sealed class FileLines
{
    private readonly Dictionary<int, LineCoverage> _lines = [];
    private CoverageCounts _lineCounts = CoverageCounts.None;
    private CoverageCounts? _branchCounts;

    public void Add(int number, LineCoverage line) => _lines[number] = _lines.TryGetValue(number, out var known) ? known.With(line) : line;

    /// <summary>For a file without lines.</summary>
    public void Lines(int covered, int missed) => _lineCounts = Better(_lineCounts, new CoverageCounts(covered, missed, 0, 0));

    /// <summary>Where numbers are more exact than what the lines say.</summary>
    public void Branches(int covered, int missed) => _branchCounts = Better(_branchCounts ?? CoverageCounts.None, new CoverageCounts(0, 0, covered, missed));

    public void Merge(FileLines other)
    {
        foreach (var (number, line) in other._lines)
        {
            Add(number, line);
        }

        _lineCounts = Better(_lineCounts, other._lineCounts);
        _branchCounts = other._branchCounts is { } branches ? Better(_branchCounts ?? CoverageCounts.None, branches) : _branchCounts;
    }

    public CoverageCounts Counts()
    {
        var covered = _lines.Values.Count(line => line.IsCovered);
        var lines = _lines.Count > 0 ? new CoverageCounts(covered, _lines.Count - covered, 0, 0) : _lineCounts;
        var branches = _branchCounts ?? _lines.Values.Aggregate(CoverageCounts.None, (sum, line) => sum + new CoverageCounts(0, 0, line.BranchesCovered, line.BranchesMissed));
        return lines + branches;
    }

    // Of two runs in numbers alone nobody knows which lines they share; the better one is surely true.
    private static CoverageCounts Better(CoverageCounts left, CoverageCounts right) =>
        (right.LinesCovered, right.BranchesCovered, right.LinesMissed, right.BranchesMissed).CompareTo((left.LinesCovered, left.BranchesCovered, left.LinesMissed, left.BranchesMissed)) > 0 ? right : left;
}
