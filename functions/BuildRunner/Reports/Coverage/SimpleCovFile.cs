using System.Globalization;
using Sluice.BuildRunner.Reports.Lines;

namespace Sluice.BuildRunner.Reports.Coverage;

/// <summary>A file of a SimpleCov report, put together from all test commands that ran it.</summary>
internal sealed class SimpleCovFile
{
    private readonly Dictionary<string, bool> _branches = new(StringComparer.Ordinal);
    private readonly Dictionary<int, bool> _lines = [];
    private int _number;

    /// <param name="count">Of the next line; null if it is no code.</param>
    public void AddLine(int? count)
    {
        _number++;
        if (count is { } runs)
        {
            _lines[_number] = _lines.GetValueOrDefault(_number) || runs > 0;
        }
    }

    /// <summary>What comes next is from the first line on again.</summary>
    public void EndRun() => _number = 0;

    /// <param name="name">The same in each run; null where there is but one.</param>
    /// <param name="count">How often it was taken.</param>
    public void AddBranch(string? name, int count)
    {
        var branch = name ?? _branches.Count.ToString(CultureInfo.InvariantCulture);
        _branches[branch] = _branches.GetValueOrDefault(branch) || count > 0;
    }

    public void Tell(FileLines file)
    {
        foreach (var (number, isCovered) in _lines)
        {
            file.Add(number, new LineCoverage(isCovered, 0, 0));
        }

        if (_branches.Count > 0)
        {
            var taken = _branches.Values.Count(isTaken => isTaken);
            file.Branches(taken, _branches.Count - taken);
        }
    }
}
