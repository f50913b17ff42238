using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.PyPi.Names;

/// <summary>A version by PEP 440, in its normal spelling: <c>1.0-Beta_2</c> is <c>1.0b2</c>.</summary>
internal sealed partial record PyVersion : IComparable<PyVersion>
{
    /// <summary>What is expected of a version, for messages.</summary>
    public const string Expected = "a version by PEP 440, such as 1.4, 2.0rc1 or 1.0.post2";

    private const int Longest = 255;
    private readonly IReadOnlyList<string> _release;

    private PyVersion(Match parts)
    {
        string Part(string name) => parts.Groups[name].Value.ToLowerInvariant();
        string? Numbered(string whole, params string[] numbers) => parts.Groups[whole].Success ? PyNumber.Of(numbers.Select(Part).FirstOrDefault(number => number.Length > 0) ?? "") : null;

        Epoch = PyNumber.Of(Part("epoch"));
        _release = [.. Part("release").Split('.').Select(PyNumber.Of)];
        Kind = KindOf(Part("kind"));
        Pre = Numbered("pre", "number");
        Post = Numbered("post", "dash", "after");
        Dev = Numbered("dev", "draft");
        Local = parts.Groups["local"].Success ? [.. Part("local").Split('.', '-', '_').Select(part => PyNumber.IsNumber(part) ? PyNumber.Of(part) : part)] : [];
    }

    /// <summary>The release as it was written, with its zeros at the end.</summary>
    public override string ToString() => Text(string.Join('.', _release));

    /// <summary>The same for versions that are the same one: 1.0 and 1.0.0.</summary>
    public string Canonical => Text(string.Join('.', Trimmed));

    /// <summary>Whether it is before a release.</summary>
    public bool IsEarly => Pre is not null || Dev is not null;

    private string Epoch { get; }

    private string Kind { get; }

    private string? Pre { get; }

    private string? Post { get; }

    private string? Dev { get; }

    private IReadOnlyList<string> Local { get; }

    private IReadOnlyList<string> Trimmed => [.. _release.Take(1 + Math.Max(0, _release.ToList().FindLastIndex(number => number != "0")))];

    /// <summary>The version; null if it is none.</summary>
    public static PyVersion? Read(string text) => text.Length <= Longest && Pattern().Match(text) is { Success: true } parts ? new PyVersion(parts) : null;

    /// <inheritdoc/>
    public bool Equals(PyVersion? other) => other is not null && Canonical == other.Canonical;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Canonical);

    /// <inheritdoc/>
    public int CompareTo(PyVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        Span<int> steps =
        [
            PyNumber.Compare(Epoch, other.Epoch),
            Compared(Trimmed, other.Trimmed, PyNumber.Compare),
            Rank.CompareTo(other.Rank),
            PyNumber.Compare(Pre ?? "0", other.Pre ?? "0"),

            // No post release is before the first one, and a draft is before what it is a draft of.
            PyNumber.Compare(Post ?? "", other.Post ?? ""),
            Dev is null || other.Dev is null ? (Dev is null).CompareTo(other.Dev is null) : PyNumber.Compare(Dev, other.Dev),
            Compared(Local, other.Local, LocalPart),
        ];
        var first = steps.IndexOfAnyExcept(0);
        return first < 0 ? 0 : steps[first];
    }

    /// <summary>Drafts of the release itself, alphas, betas, candidates, the release.</summary>
    private int Rank => (Kind, Pre, Post, Dev) switch
    {
        (_, null, null, not null) => 0,
        (_, null, _, _) => 4,
        ("a", _, _, _) => 1,
        ("b", _, _, _) => 2,
        _ => 3,
    };

    private string Text(string release) => string.Concat(
        Epoch == "0" ? "" : $"{Epoch}!", release, Pre is null ? "" : Kind + Pre, Post is null ? "" : $".post{Post}", Dev is null ? "" : $".dev{Dev}", Local.Count == 0 ? "" : $"+{string.Join('.', Local)}");

    private static string KindOf(string written) => written switch
    {
        "alpha" => "a",
        "beta" => "b",
        "c" or "pre" or "preview" => "rc",
        _ => written,
    };

    private static int Compared(IReadOnlyList<string> one, IReadOnlyList<string> other, Comparison<string> compare)
    {
        for (var at = 0; at < Math.Min(one.Count, other.Count); at++)
        {
            if (compare(one[at], other[at]) is not 0 and var step)
            {
                return step;
            }
        }

        return one.Count.CompareTo(other.Count);
    }

    /// <summary>A number is after a word.</summary>
    private static int LocalPart(string one, string other) => (PyNumber.IsNumber(one), PyNumber.IsNumber(other)) switch
    {
        (true, true) => PyNumber.Compare(one, other),
        (false, false) => string.CompareOrdinal(one, other),
        (var number, _) => number ? 1 : -1,
    };

    [GeneratedRegex(
        @"^v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\.[0-9]+)*)(?<pre>[-_.]?(?<kind>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<number>[0-9]*))?" +
        @"(?<post>-(?<dash>[0-9]+)|[-_.]?(?:post|rev|r)[-_.]?(?<after>[0-9]*))?(?<dev>[-_.]?dev[-_.]?(?<draft>[0-9]*))?(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
