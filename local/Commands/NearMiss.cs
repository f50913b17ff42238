namespace Sluice.Local.Commands;

/// <summary>What somebody meant who mistyped a name.</summary>
internal static class NearMiss
{
    private const int ShortestBeginning = 3;

    /// <summary>The name that is nearest: one that begins so, or differs in few letters. Null if none is near.</summary>
    public static string? Of(string given, IEnumerable<string> known)
    {
        var (word, names) = (given.TrimStart('-').ToLowerInvariant(), known.Select(name => (Name: name, Word: name.TrimStart('-'))).ToList());
        var near = names.Select(name => (name.Name, Distance: Distance(word, name.Word))).Where(name => name.Distance <= Math.Max(1, (word.Length + 1) / 3)).OrderBy(name => name.Distance).FirstOrDefault();
        return near.Name ?? (word.Length >= ShortestBeginning ? names.Find(name => name.Word.StartsWith(word, StringComparison.Ordinal)).Name : null);
    }

    /// <summary>How many letters are too many, missing, others, or in the place of their neighbour.</summary>
    internal static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Step(rows, one, other, i, j);
            }
        }

        return rows[one.Length, other.Length];
    }

    private static int Step(int[,] rows, string one, string other, int i, int j)
    {
        var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
        return i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }
}
