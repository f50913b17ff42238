using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Npm;

/// <summary>npm's document of a package: its versions here and upstream, and its tags, those of the repository that is asked before those of its upstreams.</summary>
internal sealed class Packument(VersionFinder finder, PackageStore packages, ContentStore contents, NpmUpstream upstream, DocumentCache cache)
{
    /// <summary>The document; null if nobody has a version.</summary>
    public async Task<MadeDocument?> GetAsync(FormatRequest request, NpmName name, bool brief, CancellationToken cancellationToken)
    {
        var places = await finder.PlacesAsync(name.In(request.Repository), cancellationToken);
        var outside = new Dictionary<PackagePlace, UpstreamDocument>();
        foreach (var place in places)
        {
            if (upstream.ConnectionOf(place) is { } connection && await OutsideAsync(connection, name, brief && !place.Gate.AsksForTimes, places, cancellationToken) is { } document)
            {
                outside[place] = document;
            }
        }

        if (outside.Count == 0 && places.All(place => place.Package is null))
        {
            return null;
        }

        var more = string.Join(' ', places.Select(place => outside.GetValueOrDefault(place)?.Sha256));
        return await cache.GetAsync($"{request.Address}{name} {brief}", places, more, async () => MadeDocument.Of(
            JsonSerializer.SerializeToUtf8Bytes(await MakeAsync(request, name, brief, places, outside, cancellationToken)), brief ? NpmUpstream.Brief : FormatAnswers.Json));
    }

    /// <summary>A registry outside that does not answer is no reason to hide what is here.</summary>
    private async Task<UpstreamDocument?> OutsideAsync(ExternalConnection connection, NpmName name, bool brief, IReadOnlyList<PackagePlace> places, CancellationToken cancellationToken)
    {
        try
        {
            return await upstream.DocumentAsync(connection, name, brief, cancellationToken);
        }
        catch (UpstreamException) when (places.Any(place => place.Package is not null))
        {
            return null;
        }
    }

    private async Task<JsonObject> MakeAsync(
        FormatRequest request, NpmName name, bool brief, IReadOnlyList<PackagePlace> places, Dictionary<PackagePlace, UpstreamDocument> outside, CancellationToken cancellationToken)
    {
        var (versions, time, tags) = (new JsonObject(), new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        var there = await finder.ListAsync(places, cancellationToken);
        var withheld = there.Where(found => found.Withheld is not null).Select(found => found.Version.Version).ToHashSet(StringComparer.Ordinal);
        string? readme = null;
        foreach (var found in there.Where(found => found.Version.IsListed))
        {
            var manifest = await ManifestAsync(found, cancellationToken);
            versions[found.Version.Version] = Shown(request, name, manifest, found.Version.Version, brief);
            time[found.Version.Version] = Time(found.Version.FirstHadAt);
            readme = found.Version.Readme ?? readme;
        }

        var hidden = there.Select(found => found.Version.Version).ToHashSet(StringComparer.Ordinal);
        foreach (var place in places.Reverse())
        {
            if (outside.TryGetValue(place, out var document))
            {
                var listed = NpmUpstream.Parse(document);
                var refused = await upstream.WithheldAsync(place, listed, cancellationToken);
                TakeIn(request, name, listed, [.. hidden, .. refused], brief, versions, time, tags);
                withheld.UnionWith(refused);
            }

            foreach (var (tag, version) in place.Package is null ? new Dictionary<string, string>() : await packages.TagsAsync(place.Id, cancellationToken))
            {
                tags[tag] = version;
            }
        }

        var whole = new JsonObject { ["_id"] = name.ToString(), ["name"] = name.ToString(), ["dist-tags"] = DistTags.Given(tags, [.. versions.Select(version => version.Key)], withheld), ["versions"] = versions };
        if (brief)
        {
            whole.Remove("_id");
            whole["modified"] = Modified(time);
            return whole;
        }

        whole["time"] = new JsonObject(time.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        whole["readme"] = readme is null ? "" : System.Text.Encoding.UTF8.GetString(await contents.ReadAsync(request.Repository.Domain, readme, cancellationToken));
        whole["_rev"] = $"1-{hidden.Count}";
        return whole;
    }

    private async Task<JsonObject> ManifestAsync(FoundVersion found, CancellationToken cancellationToken)
    {
        var (version, asset) = (found.Version, found.Version.Assets[0]);
        var manifest = (JsonObject)JsonNode.Parse(await contents.ReadAsync(found.Package.Domain, version.Document!, cancellationToken))!;
        var dist = manifest["dist"] as JsonObject ?? [];
        dist["shasum"] = asset.Hashes.Sha1;
        dist["integrity"] = Integrity.Of(asset.Hashes);
        manifest["dist"] = dist;
        if (version.Deprecation is { } why)
        {
            manifest["deprecated"] = why;
        }

        return manifest;
    }

    /// <summary>What a registry outside has, and nothing here has or hides.</summary>
    private static void TakeIn(
        FormatRequest request, NpmName name, JsonObject document, HashSet<string> hidden, bool brief, JsonObject versions, SortedDictionary<string, JsonNode?> time, Dictionary<string, string> tags)
    {
        foreach (var (version, manifest) in document["versions"] as JsonObject ?? [])
        {
            if (!hidden.Contains(version) && manifest is JsonObject known && known["dist"] is JsonObject)
            {
                versions[version] = Shown(request, name, (JsonObject)known.DeepClone(), version, brief);
                time.TryAdd(version, (document["time"] as JsonObject)?[version]?.DeepClone() ?? document["modified"]?.DeepClone());
            }
        }

        foreach (var (tag, version) in document["dist-tags"] as JsonObject ?? [])
        {
            if (NpmManifest.Text(version) is { } named)
            {
                tags[tag] = named;
            }
        }
    }

    private static JsonObject Shown(FormatRequest request, NpmName name, JsonObject manifest, string version, bool brief)
    {
        ((JsonObject)manifest["dist"]!)["tarball"] = $"{request.Address}{name}/-/{name.File}-{version}.tgz";
        return brief ? NpmManifest.Short(manifest) : manifest;
    }

    private static string Modified(SortedDictionary<string, JsonNode?> time) => time.Values.Select(NpmManifest.Text).OfType<string>().Max(StringComparer.Ordinal) ?? Time(DateTimeOffset.UnixEpoch);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
