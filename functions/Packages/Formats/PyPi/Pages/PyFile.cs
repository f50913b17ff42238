using System.Globalization;

namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>A file of a project, as pages list it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Under which version it is kept.</param>
/// <param name="Hashes">Hexadecimal digests by the names of their algorithms, in small letters.</param>
internal sealed record PyFile(string Name, string Version, IReadOnlyDictionary<string, string> Hashes)
{
    /// <summary>Bytes; null if that is not known.</summary>
    public long? Size { get; init; }

    /// <summary>When it was uploaded, as PEP 700 writes it; null if that is not known.</summary>
    public string? UploadedAt { get; init; }

    /// <summary>The same as a time; null if it is not known.</summary>
    public DateTimeOffset? Uploaded => DateTimeOffset.TryParse(UploadedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Which Python it wants; null for any.</summary>
    public string? RequiresPython { get; init; }

    /// <summary>The SHA-256 of its metadata, if that can be had beside it.</summary>
    public string? Metadata { get; init; }

    /// <summary>Why it should not be taken any more, be it an empty text; null if it may be.</summary>
    public string? Yanked { get; init; }

    /// <summary>The digest that is worth most.</summary>
    public KeyValuePair<string, string>? BestHash => Best.Where(Hashes.ContainsKey).Select(name => (KeyValuePair<string, string>?)KeyValuePair.Create(name, Hashes[name])).FirstOrDefault();

    /// <summary>Those that can be checked.</summary>
    public static IReadOnlyList<string> Best { get; } = ["sha256", "sha512", "sha1", "md5"];
}
