using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Platform.Json;

namespace Sluice.Packages.Formats.Npm;

/// <summary>npm's registry.</summary>
internal sealed class NpmRegistry(
    VersionFinder finder, RetainVersion retain, ContentStore contents, NpmUpstream upstream, Packument packument, NpmPublish publish, NpmTags tags, NpmChanges changes, NpmSearch search, NpmAudit audit, PackageStore packages) : IPackageFormat
{
    /// <summary>The one asset of a version.</summary>
    public const string Asset = "package.tgz";

    public PackageFormat Format => PackageFormat.npm;

    /// <summary>npm sends its token without being asked.</summary>
    public string? Challenge => null;

    public Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken) => (request.Http.Method, request.Segments) switch
    {
        (_, ["-", "ping"]) => Said(new JsonObject()),
        (_, ["-", "whoami"]) when request.Reads => Said(new JsonObject { ["username"] = request.Caller.Name }),
        (_, ["-", "v1", "search"]) when request.Reads => SearchAsync(request, cancellationToken),
        ("POST", ["-", "npm", "v1", "security", ..]) => audit.RunAsync(request, cancellationToken),
        (_, ["-", "package", .. var rest]) => TagsAsync(request, rest, cancellationToken),
        (_, ["-", ..]) => throw Unknown(request),
        (_, [""]) => throw new ApiException(PackageErrors.NotFoundCode, $"There is nothing here. Packages are at {request.Address}NAME."),
        _ => PackageAsync(request, NpmPath.Of(request.Segments), cancellationToken),
    };

    public ApiResponse Refuse(int status, string message) => FormatAnswers.Of(status, FormatAnswers.Json, JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["error"] = message }, SluiceJson.Options));

    private Task<ApiResponse> PackageAsync(FormatRequest request, NpmPath path, CancellationToken cancellationToken) => (request.Http.Method, path.Rest) switch
    {
        ("GET" or "HEAD", []) => DocumentAsync(request, path.Name, cancellationToken),
        ("GET" or "HEAD", ["-", var file]) => TarballAsync(request, path.Name, path.VersionOf(file) ?? throw Unknown(request), cancellationToken),
        ("GET" or "HEAD", [var version]) => ManifestAsync(request, path.Name, version, cancellationToken),
        ("PUT", [] or ["-rev", _]) => PutAsync(request, path.Name, cancellationToken),
        ("DELETE", ["-rev", _]) => DoneAsync(changes.DeleteAllAsync(request, path.Name, cancellationToken)),
        ("DELETE", ["-", var file, "-rev", _]) => DoneAsync(changes.DeleteAsync(request, path.Name, path.VersionOf(file) ?? throw Unknown(request), cancellationToken)),
        _ => throw Unknown(request),
    };

    private async Task<ApiResponse> DocumentAsync(FormatRequest request, NpmName name, CancellationToken cancellationToken)
    {
        var brief = request.Http.Header("Accept")?.Contains(NpmUpstream.Brief, StringComparison.OrdinalIgnoreCase) == true;
        return (await packument.GetAsync(request, name, brief, cancellationToken) ?? throw PackageErrors.NoPackage(name.In(request.Repository))).Answer(request.Http);
    }

    /// <summary>One version, or what a tag names: what <c>npm view</c> of old asks for.</summary>
    private async Task<ApiResponse> ManifestAsync(FormatRequest request, NpmName name, string version, CancellationToken cancellationToken)
    {
        var document = await packument.GetAsync(request, name, brief: false, cancellationToken) ?? throw PackageErrors.NoPackage(name.In(request.Repository));
        var whole = JsonNode.Parse(document.Plain)!;
        var named = NpmManifest.Text((whole["dist-tags"] as JsonObject)?[version]) ?? version;
        return (whole["versions"] as JsonObject)?[named] is JsonObject manifest
            ? FormatAnswers.Of(200, FormatAnswers.Json, JsonSerializer.SerializeToUtf8Bytes(manifest))
            : throw await NoVersionAsync(name, name.In(request.Repository), named, cancellationToken);
    }

    /// <summary>Why a version is not in the document: rules withhold it, or there is none.</summary>
    private async Task<ApiException> NoVersionAsync(NpmName name, PackageId asked, string version, CancellationToken cancellationToken)
    {
        var places = await finder.PlacesAsync(asked, cancellationToken);
        await finder.FindAsync(places, version, cancellationToken);
        foreach (var place in places)
        {
            if (upstream.ConnectionOf(place) is { } connection)
            {
                await upstream.DemandAsync(place, connection, name, version, cancellationToken);
            }
        }

        return PackageErrors.NoVersion(asked, version);
    }

    private async Task<ApiResponse> TarballAsync(FormatRequest request, NpmName name, string version, CancellationToken cancellationToken)
    {
        var asked = name.In(request.Repository);
        var places = await finder.PlacesAsync(asked, cancellationToken);
        if (await KeptAsync(places, asked, version, cancellationToken) is { } kept)
        {
            return kept;
        }

        foreach (var place in places)
        {
            if (upstream.ConnectionOf(place) is { } connection
                && await packages.FindVersionAsync(place.Id, version, cancellationToken) is null
                && await upstream.TarballAsync(place, connection, asked, name, version, cancellationToken) is { } tarball)
            {
                return new ApiResponse(200, [KeyValuePair.Create("Content-Type", FormatAnswers.Bytes)], default) { Content = tarball };
            }
        }

        // Somebody's fetch may have ended since it was looked for.
        return await KeptAsync(await finder.PlacesAsync(asked, cancellationToken), asked, version, cancellationToken) ?? throw PackageErrors.NoVersion(asked, version);
    }

    private async Task<ApiResponse?> KeptAsync(IReadOnlyList<PackagePlace> places, PackageId asked, string version, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(places, version, cancellationToken) is not { } found)
        {
            return null;
        }

        await retain.RunAsync(found, asked, cancellationToken);
        var sha256 = found.Version.Assets[0].Hashes.Sha256;
        return FormatAnswers.File(await contents.StreamAsync(asked.Domain, sha256, cancellationToken), FormatAnswers.Bytes, sha256);
    }

    private async Task<ApiResponse> PutAsync(FormatRequest request, NpmName name, CancellationToken cancellationToken)
    {
        await using var tarball = Scratch.Open();
        var (document, attachments) = await NpmPublish.ReadAsync(request, tarball, cancellationToken);
        if (NpmManifest.Text(document["name"]) is { } named && named != name.ToString())
        {
            throw PackageErrors.Invalid($"The document is of '{named}', not of '{name}', to which it is sent.");
        }

        switch (attachments)
        {
            case 0:
                await changes.TakeAsync(request, name, document, cancellationToken);
                break;
            case 1:
                request.Demand(FormatRequest.Publishes);
                await publish.RunAsync(request, name, document, tarball, cancellationToken);
                break;
            default:
                throw PackageErrors.Invalid($"One tarball is published at a time, not {attachments}.");
        }

        return Ok();
    }

    private async Task<ApiResponse> TagsAsync(FormatRequest request, string[] rest, CancellationToken cancellationToken)
    {
        var path = NpmPath.Of(rest);
        switch (request.Http.Method, path.Rest)
        {
            case ("GET" or "HEAD", ["dist-tags"]):
                var document = await packument.GetAsync(request, path.Name, brief: false, cancellationToken) ?? throw PackageErrors.NoPackage(path.Name.In(request.Repository));
                return FormatAnswers.Of(200, FormatAnswers.Json, JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(document.Plain)!["dist-tags"]));
            case ("PUT" or "POST", ["dist-tags", var tag]):
                await tags.SetAsync(request, path.Name, tag, cancellationToken);
                return Ok();
            case ("DELETE", ["dist-tags", var tag]):
                await tags.RemoveAsync(request, path.Name, tag, cancellationToken);
                return Ok();
            default:
                throw Unknown(request);
        }
    }

    private async Task<ApiResponse> SearchAsync(FormatRequest request, CancellationToken cancellationToken) =>
        FormatAnswers.Of(200, FormatAnswers.Json, JsonSerializer.SerializeToUtf8Bytes(await search.RunAsync(request, cancellationToken)));

    private static async Task<ApiResponse> DoneAsync(Task work)
    {
        await work;
        return Ok();
    }

    private static ApiResponse Ok() => FormatAnswers.Of(200, FormatAnswers.Json, """{"ok":true}"""u8.ToArray());

    private static Task<ApiResponse> Said(JsonObject answer) => Task.FromResult(FormatAnswers.Of(200, FormatAnswers.Json, JsonSerializer.SerializeToUtf8Bytes(answer)));

    private static ApiException Unknown(FormatRequest request) => new(PackageErrors.NotFoundCode, $"npm's registry has nothing at {request.Http.Method} {request.Address}{request.Path}.");
}
