namespace Sluice.Packages.Rules;

/// <summary>The order of versions of a format that has none of its own here: parts one by one, numbers as numbers; what follows a hyphen comes before what has none, and what follows a plus counts for nothing.</summary>
internal sealed class GeneralOrder(PackageFormat format) : IVersionOrder
{
    /// <inheritdoc/>
    public PackageFormat Format => format;

    /// <inheritdoc/>
    public bool IsEarly(string version) => Split(version).Early is not null;

    /// <inheritdoc/>
    public int Compare(string one, string other)
    {
        var (left, right) = (Split(one), Split(other));
        var numbers = Parts(left.Release, right.Release);
        return numbers != 0 ? numbers
            : (left.Early is null) != (right.Early is null) ? (left.Early is null ? 1 : -1)
            : Parts(left.Early ?? "", right.Early ?? "");
    }

    private static (string Release, string? Early) Split(string version) => version.Split('+')[0].Split('-', 2) is [var release, var early] ? (release, early) : (version.Split('+')[0], null);

    private static int Parts(string one, string other)
    {
        var (left, right) = (one.Split('.'), other.Split('.'));
        for (var at = 0; at < Math.Max(left.Length, right.Length); at++)
        {
            var step = Part(left.ElementAtOrDefault(at), right.ElementAtOrDefault(at));
            if (step != 0)
            {
                return step;
            }
        }

        return 0;
    }

    private static int Part(string? one, string? other) => (IsNumber(one), IsNumber(other)) switch
    {
        (true, true) => Number(one!, other!),
        (true, false) => other is null ? Number(one!, "0") : -1,
        (false, true) => one is null ? Number("0", other!) : 1,
        _ => string.CompareOrdinal(one, other),
    };

    private static int Number(string one, string other)
    {
        var (left, right) = (one.TrimStart('0'), other.TrimStart('0'));
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);
    }

    private static bool IsNumber(string? part) => part is { Length: > 0 } && part.All(char.IsAsciiDigit);
}
