namespace Sluice.Packages.Formats;

/// <summary>Texts for people, as far as a record has room for them: whoever publishes may write books.</summary>
internal static class ShortText
{
    private const int Longest = 4000;

    /// <summary>How many of a kind are kept.</summary>
    public const int Most = 50;

    /// <summary>Its beginning, if it is long.</summary>
    public static string? Of(string? text) => text is { Length: > Longest } ? text[..Longest] : text;
}
