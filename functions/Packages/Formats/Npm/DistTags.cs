using System.Text.Json.Nodes;

namespace Sluice.Packages.Formats.Npm;

/// <summary>Which versions tags name for who asks. Pure.</summary>
internal static class DistTags
{
    private const string Latest = "latest";

    /// <summary>A tag of a version that is given names it; one of a version that is withheld names the newest below it that is given, as it may have done before; others are left out. <c>latest</c> is the newest release if nobody said which.</summary>
    /// <param name="said">What tags name.</param>
    /// <param name="given">The versions that are given.</param>
    /// <param name="withheld">Those that rules withhold.</param>
    public static JsonObject Given(IReadOnlyDictionary<string, string> said, IReadOnlyCollection<string> given, IReadOnlySet<string> withheld)
    {
        var (all, versions) = (given.ToHashSet(StringComparer.Ordinal), given.Select(text => (Text: text, Version: SemanticVersion.Read(text))).ToList());
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (tag, version) in said)
        {
            if ((all.Contains(version) ? version : withheld.Contains(version) ? Below(version, versions) : null) is { } named)
            {
                tags[tag] = named;
            }
        }

        if (!tags.ContainsKey(Latest) && Newest(versions) is { } newest)
        {
            tags[Latest] = newest;
        }

        return new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));
    }

    private static string? Below(string version, List<(string Text, SemanticVersion? Version)> versions)
    {
        var limit = SemanticVersion.Read(version);
        var below = versions.Where(one => one.Version is not null && one.Version.CompareTo(limit) < 0);
        return limit is null ? null : limit.IsPrerelease ? below.OrderByDescending(one => one.Version).FirstOrDefault().Text : Newest(below);
    }

    private static string? Newest(IEnumerable<(string Text, SemanticVersion? Version)> versions) =>
        versions.OrderByDescending(one => one.Version is { IsPrerelease: false }).ThenByDescending(one => one.Version).FirstOrDefault().Text;
}
