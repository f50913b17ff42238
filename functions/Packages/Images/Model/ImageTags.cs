namespace Sluice.Packages.Images.Model;

/// <summary>How tags may be called.</summary>
internal static class ImageTags
{
    /// <summary>What a tag must be.</summary>
    public const string Expected = "a tag of letters, digits, _, . and -, with neither . nor - at its beginning and 128 characters at most, is expected";

    private const int Longest = 128;

    public static bool IsValid(string text) =>
        text.Length is > 0 and <= Longest && text[0] is not ('.' or '-') && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-');
}
