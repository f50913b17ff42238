namespace Sluice.Packages.Formats.Swift.Names;

/// <summary>Where a package's source is, in one form for all the forms in which people write it. Pure.</summary>
internal static class SourceUrl
{
    private const string Git = ".git";

    /// <summary>Host and path: <c>git@host:a/b.git</c>, <c>ssh://git@host/a/b</c> and <c>https://host/a/b</c> are the same.</summary>
    public static string Normalised(string url)
    {
        var text = url.Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme >= 0 ? text[(scheme + 3)..] : text;
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var at = rest.IndexOf('@', StringComparison.Ordinal);
        rest = at >= 0 && (slash < 0 || at < slash) ? rest[(at + 1)..] : rest;
        rest = scheme < 0 && at >= 0 ? ReplaceFirst(rest, ':', '/') : rest;
        rest = rest.TrimEnd('/');
        return (rest.EndsWith(Git, StringComparison.OrdinalIgnoreCase) ? rest[..^Git.Length] : rest).ToLowerInvariant();
    }

    private static string ReplaceFirst(string text, char what, char with) => text.IndexOf(what, StringComparison.Ordinal) is >= 0 and var at ? $"{text[..at]}{with}{text[(at + 1)..]}" : text;
}
