namespace Sluice.BuildRunner.Tools.Splitting;

/// <summary>
/// How long test files take, by the prefixes of their tests: a file <c>tests/shop/test_cart.py</c> has the tests whose prefix is, or begins with, the end of its path in dots (<c>shop.test_cart</c>, <c>tests.shop.test_cart.TestCart</c>),
/// and also those that name the file itself.
/// </summary>
internal static class FileDurations
{
    /// <summary>Seconds by file; files of which nothing is known are left out.</summary>
    public static IReadOnlyDictionary<string, double> Of(IEnumerable<string> files, IReadOnlyDictionary<string, double> byPrefix)
    {
        var durations = new Dictionary<string, double>(StringComparer.Ordinal);
        var byPart = byPrefix.SelectMany(one => Keys(one.Key).Select(key => (Key: key, one.Value))).GroupBy(one => one.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Sum(one => one.Value), StringComparer.Ordinal);
        foreach (var file in files.Distinct(StringComparer.Ordinal))
        {
            if (Names(file).Select(name => byPart.TryGetValue(name, out var known) ? known : (double?)null).FirstOrDefault(known => known is not null) is { } duration)
            {
                durations[file] = duration;
            }
        }

        return durations;
    }

    /// <summary>The prefix and, since a class is in a module, what is before its last dot.</summary>
    private static IEnumerable<string> Keys(string prefix)
    {
        var dotted = prefix.Replace('/', '.');
        yield return dotted;
        if (dotted.LastIndexOf('.') is var dot and > 0)
        {
            yield return dotted[..dot];
        }
    }

    /// <summary>From the whole path to the last part of it; first with its extension, as some tools write it.</summary>
    private static IEnumerable<string> Names(string file)
    {
        var path = file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file;
        var stem = Path.ChangeExtension(path, null);
        foreach (var name in new[] { path, stem })
        {
            var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
            for (var from = 0; from < parts.Length; from++)
            {
                yield return string.Join('.', parts[from..]);
            }
        }
    }
}
