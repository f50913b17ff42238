using Sluice.BuildContract.Reports;

namespace Sluice.BuildRunner.Reports.Lines;

/// <summary>The covered files by their paths, which are relative to the source if they are in it.</summary>
internal sealed class CoverageMap(string source)
{
    private readonly SortedDictionary<string, FileLines> _files = new(StringComparer.Ordinal);

    public int Count => _files.Count;

    public FileLines Of(string path)
    {
        var relative = Relative(path);
        if (!_files.TryGetValue(relative, out var lines))
        {
            _files[relative] = lines = new FileLines();
        }

        return lines;
    }

    public void Merge(CoverageMap other)
    {
        foreach (var (path, lines) in other._files)
        {
            Of(path).Merge(lines);
        }
    }

    /// <summary>In the order of their paths.</summary>
    public IEnumerable<FileCoverage> Files() => _files.Select(file => new FileCoverage(file.Key, file.Value.Counts()));

    private string Relative(string path)
    {
        var slashes = path.Replace('\\', '/');
        return source.Length > 0 && slashes.StartsWith(source + "/", StringComparison.Ordinal) && slashes.Length > source.Length + 1 ? slashes[(source.Length + 1)..] : slashes;
    }
}
