namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>A link of a page outside; nothing of it was judged yet.</summary>
internal sealed record PageLink(string Name, string Url, IReadOnlyDictionary<string, string> Hashes)
{
    public long? Size { get; init; }

    public string? UploadedAt { get; init; }

    public string? RequiresPython { get; init; }

    public string? Metadata { get; init; }

    public string? Yanked { get; init; }
}
