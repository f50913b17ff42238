using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.BuildRunner.Tools.Splitting;

/// <summary>Divides test files among builds that run side by side. Each build divides by itself, so each must come to the same: the order of the files does not matter.</summary>
internal static class TestSplit
{
    /// <summary>By name, in pieces that follow each other and differ by one file at most.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Equally(IEnumerable<string> files, int count)
    {
        var sorted = Sorted(files);
        var (size, more) = Math.DivRem(sorted.Count, count);
        return [.. Enumerable.Range(0, count).Select(n => sorted.Slice((n * size) + Math.Min(n, more), size + (n < more ? 1 : 0)))];
    }

    /// <summary>Each file by its name alone, so that files that come and go move no other; and if there is a build more, only those move that fall to it.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Stably(IEnumerable<string> files, int count) => Grouped(Sorted(files), count, file => Place(file, count));

    /// <summary>The longest first, each to the build that has the least to do so far. A file that is not known takes as long as the one in the middle.</summary>
    /// <param name="files">The files.</param>
    /// <param name="seconds">How long they took, as far as is known.</param>
    /// <param name="count">How many builds.</param>
    public static IReadOnlyList<IReadOnlyList<string>> ByDuration(IEnumerable<string> files, IReadOnlyDictionary<string, double> seconds, int count)
    {
        var sorted = Sorted(files);
        var known = sorted.Where(seconds.ContainsKey).Select(file => seconds[file]).Order().ToList();
        var usual = known.Count == 0 ? 1 : known[known.Count / 2];
        var (sums, counts, places) = (new double[count], new int[count], new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (file, takes) in sorted.Select(file => (file, seconds.GetValueOrDefault(file, usual))).OrderByDescending(file => file.Item2))
        {
            // Of those with equally little to do the one with the fewest files: none is left idle by files that take no time.
            var place = Enumerable.Range(0, count).MinBy(n => (sums[n], counts[n]));
            places[file] = place;
            sums[place] += takes;
            counts[place]++;
        }

        return Grouped(sorted, count, file => places[file]);
    }

    private static List<string> Sorted(IEnumerable<string> files) => [.. files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<IReadOnlyList<string>> Grouped(List<string> files, int count, Func<string, int> place)
    {
        var groups = Enumerable.Range(0, count).Select(_ => new List<string>()).ToList();
        files.ForEach(file => groups[place(file)].Add(file));
        return groups;
    }

    // Jump consistent hash (Lamping and Veach, 2014).
    private static int Place(string file, int count)
    {
        var key = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(file)));
        var (place, next) = (0L, 0L);
        while (next < count)
        {
            place = next;
            key = unchecked((key * 2862933555777941757UL) + 1);
            next = (long)((place + 1) * ((1L << 31) / (double)((key >> 33) + 1)));
        }

        return (int)place;
    }
}
