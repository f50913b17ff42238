using Sluice.Packages.Model;

namespace Sluice.Packages.Images.Model;

/// <summary>What names a content: an algorithm and lower-case hexadecimal digits, e.g. <c>sha256:…</c>.</summary>
public sealed record ImageDigest
{
    /// <summary>What a digest must be.</summary>
    public const string Expected = "sha256: and 64 lower-case hexadecimal digits, or sha512: and 128 are expected";

    private const string Sha256 = "sha256";
    private const string Sha512 = "sha512";
    private readonly string _algorithm;
    private readonly string _digits;

    private ImageDigest(string algorithm, string digits) => (_algorithm, _digits) = (algorithm, digits);

    /// <summary>The digest that a text is; null if it is none that is known here.</summary>
    public static ImageDigest? Read(string? text) => text?.Split(':', 2) switch
    {
        [Sha256, { Length: 64 } digits] when AreDigits(digits) => new ImageDigest(Sha256, digits),
        [Sha512, { Length: 128 } digits] when AreDigits(digits) => new ImageDigest(Sha512, digits),
        _ => null,
    };

    /// <summary>The one by which a content is known that was named by a tag.</summary>
    public static ImageDigest Of(ContentHashes hashes) => new(Sha256, hashes.Sha256);

    /// <summary>Whether it names the content that has these.</summary>
    public bool Names(ContentHashes hashes) => _digits == (_algorithm == Sha256 ? hashes.Sha256 : hashes.Sha512);

    /// <inheritdoc/>
    public override string ToString() => $"{_algorithm}:{_digits}";

    private static bool AreDigits(string text) => text.All(char.IsAsciiHexDigitLower);
}
