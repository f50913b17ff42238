namespace Sluice.BuildRunner.Reports.Lines;

/// <summary>What tests ran of one line.</summary>
internal readonly record struct LineCoverage(bool IsCovered, int BranchesCovered, int BranchesMissed)
{
    /// <summary>Told of twice, by two classes, two runs or two files: run is run, whoever did it.</summary>
    public LineCoverage With(LineCoverage other)
    {
        var covered = Math.Max(BranchesCovered, other.BranchesCovered);
        var all = Math.Max((long)BranchesCovered + BranchesMissed, (long)other.BranchesCovered + other.BranchesMissed);
        return new LineCoverage(IsCovered || other.IsCovered, covered, (int)Math.Min(all - covered, int.MaxValue));
    }
}
