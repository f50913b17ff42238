using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>Reads the links of a page in HTML, as PEP 503 has it: its anchors, and nothing else of it.</summary>
internal static partial class HtmlLinks
{
    private const string Sha256 = "sha256=";

    public static IEnumerable<PageLink> Read(byte[] content)
    {
        var page = Encoding.UTF8.GetString(content);
        var links = new List<PageLink>();
        foreach (var match in Anchor().EnumerateMatches(page))
        {
            if (Link(page.Substring(match.Index, match.Length)) is { } link)
            {
                links.Add(link);
            }
        }

        return links;
    }

    private static PageLink? Link(string tag)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match attribute in Attribute().Matches(tag))
        {
            attributes.TryAdd(attribute.Groups["name"].Value, WebUtility.HtmlDecode(attribute.Groups["value"].Value));
        }

        return attributes.GetValueOrDefault("href") is { Length: > 0 } href ? Link(href.Split('#', 2), attributes) : null;
    }

    private static PageLink Link(string[] href, Dictionary<string, string> attributes)
    {
        var hash = href.Length > 1 ? href[1].Split('=', 2) : [];
        var metadata = attributes.GetValueOrDefault("data-core-metadata") ?? attributes.GetValueOrDefault("data-dist-info-metadata");
        return new PageLink(NameOf(href[0]), href[0], hash is [var name, var digest] ? new Dictionary<string, string> { [name] = digest } : [])
        {
            RequiresPython = attributes.GetValueOrDefault("data-requires-python") is { Length: > 0 } wanted ? wanted : null,
            Metadata = metadata?.StartsWith(Sha256, StringComparison.Ordinal) == true ? metadata[Sha256.Length..] : null,
            Yanked = attributes.GetValueOrDefault("data-yanked"),
        };
    }

    /// <summary>The file's name is the last part of its address: the text of a link may say anything.</summary>
    private static string NameOf(string address)
    {
        var path = address.Split('?', 2)[0];
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }

    [GeneratedRegex("""<a\s(?:[^>"']|"[^"]*"|'[^']*')*>""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Anchor();

    [GeneratedRegex("""(?<name>[a-z][a-z0-9-]*)(\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+)))?""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();
}
