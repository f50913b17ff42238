using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Ruby.Specs;

/// <summary>What a gem says of itself.</summary>
/// <param name="File">Its name, version and platform.</param>
internal sealed record GemSpec(GemFile File)
{
    private const string SourceCode = "source_code_uri";

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public string? HomePage { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Emails { get; init; } = [];

    public IReadOnlyList<string> Licenses { get; init; } = [];

    public IReadOnlyList<GemDependency> Dependencies { get; init; } = [];

    /// <summary>Addresses and whatever else, by their names.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public GemRequirement RubyVersion { get; init; } = GemRequirement.Any;

    public GemRequirement RubyGemsVersion { get; init; } = GemRequirement.Any;

    /// <summary>The RubyGems that made it.</summary>
    public string MadeBy { get; init; } = "0";

    /// <summary>The day it was made.</summary>
    public DateOnly Date { get; init; } = new(1970, 1, 1);

    /// <summary>For people.</summary>
    public VersionSummary ForPeople => new()
    {
        DisplayName = File.Name,
        Summary = ShortText.Of(Summary),
        HomePage = ShortText.Of(HomePage),
        SourceCodeRepository = ShortText.Of(Metadata.GetValueOrDefault(SourceCode)),
        Licenses = [.. Licenses.Take(ShortText.Most).Select(license => new StoredLicense(ShortText.Of(license)))],
    };
}
