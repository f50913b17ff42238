using Sluice.Packages.Contents;

namespace Sluice.Packages.Upstreams;

/// <summary>A file of a registry outside that is wanted.</summary>
/// <param name="Domain">Whose store keeps it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Most">How many bytes it may have.</param>
/// <param name="Check">What is wrong with what came, e.g. its hash; null if nothing is.</param>
/// <param name="Keep">Notes down what was stored; before it is done, no reader comes to its end.</param>
internal sealed record UpstreamFile(string Domain, Uri Address, long Most, Func<StoredContent, string?> Check, Func<StoredContent, Task> Keep)
{
    /// <summary>What is wrong with the whole of what came, which can seek; null if nothing is. Asked after <see cref="Check"/>, before a byte is kept.</summary>
    public Func<Stream, Task<string?>>? Inspect { get; init; }

    /// <summary>
    /// Whether it was kept since the caller looked for it, by what is there when this is asked. Asked where nobody fetches it: it is not fetched then, and nothing is given. Without it who looked before a fetch ended, and came after it, would
    /// fetch again.
    /// </summary>
    public required Func<Task<bool>> IsKept { get; init; }

    /// <summary>The same file is fetched once for all who ask meanwhile.</summary>
    public string Key => $"{Domain} {Address}";
}
