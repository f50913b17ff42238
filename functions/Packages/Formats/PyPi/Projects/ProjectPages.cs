using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.PyPi.Pages;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>Gives pages out: of a project, of all projects, and PyPI's own documents.</summary>
internal sealed class ProjectPages(ProjectReader projects, RepositoryWalk walk, ITable table, ContentStore contents, UpstreamDocuments documents, DocumentCache cache)
{
    /// <summary>The page of a project.</summary>
    /// <exception cref="ApiException">There is no such project.</exception>
    public async Task<ApiResponse> ProjectAsync(FormatRequest request, PackageId id, CancellationToken cancellationToken)
    {
        if (TypeOf(request) is not { } type)
        {
            return NoType();
        }

        var sources = await projects.LookAsync(id, cancellationToken);
        var page = await cache.GetAsync($"pypi {id.Home} {id.Name} {type}", sources.Places, sources.Stamp, async () =>
        {
            var project = Project(id, await projects.ReadAsync(sources, cancellationToken) ?? throw NoProject(id));
            return MadeDocument.Of(type == PageType.Json ? SimplePage.Json(project) : SimplePage.Html(project), Told(type));
        });
        return page.Answer(request.Http);
    }

    /// <summary>All projects of which the repository or its upstreams keep something.</summary>
    public async Task<ApiResponse> AllAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var repository in await walk.OrderAsync(request.Repository, cancellationToken))
        {
            await foreach (var item in table.QueryAllAsync(PackageStore.Query(repository.Id, PackageFormat.pypi, null), cancellationToken))
            {
                names.Add(item.Read<StoredPackage>().Name);
            }
        }

        return TypeOf(request) is { } type ? Tagged(request, Told(type), type == PageType.Json ? SimplePage.Json([.. names]) : SimplePage.Html([.. names])) : NoType();
    }

    /// <summary>PyPI's document of a project, or of one of its versions.</summary>
    /// <exception cref="ApiException">There is no such project or version.</exception>
    public async Task<ApiResponse> DocumentAsync(FormatRequest request, PackageId id, string? version, CancellationToken cancellationToken)
    {
        var files = await projects.ReadAsync(id, cancellationToken) ?? throw NoProject(id);
        var project = Project(id, files);
        var told = version is null ? project.Newest : project.Versions.FirstOrDefault(one => Equals(Names.PyVersion.Read(one), Names.PyVersion.Read(version)));
        if (told is null)
        {
            throw version is null ? NoProject(id) : PackageErrors.NoVersion(id, version);
        }

        var kept = files.Values.Where(file => file.File.Version == told).Select(file => file.Kept).FirstOrDefault(found => found?.Version.Document is not null);
        var info = kept is null ? await OutsideInfoAsync(id, told, cancellationToken) : JsonNode.Parse(await contents.ReadAsync(id.Domain, kept.Version.Document!, cancellationToken)) as JsonObject;
        var document = JsonDocuments.Of(project, told, info ?? [], request.Address, withReleases: version is null);
        return Tagged(request, FormatAnswers.Json, Encoding.UTF8.GetBytes(document.ToJsonString()));
    }

    /// <summary>What is said of a version by its own registry, if that has such documents.</summary>
    private async Task<JsonObject?> OutsideInfoAsync(PackageId id, string version, CancellationToken cancellationToken)
    {
        foreach (var connection in await projects.ConnectionsAsync(id, cancellationToken))
        {
            try
            {
                var address = new Uri(connection.Address, $"pypi/{id.Name}/{Uri.EscapeDataString(version)}/json");
                if (await documents.GetAsync(address, FormatAnswers.Json, cancellationToken) is { } document && JsonNode.Parse(document.Content)?["info"]?.DeepClone() is JsonObject info)
                {
                    return info;
                }
            }
            catch (Exception e) when (e is UpstreamException or JsonException or InvalidOperationException)
            {
                // There is less to tell.
            }
        }

        return null;
    }

    private static PyProject Project(PackageId id, IReadOnlyDictionary<string, ListedFile> files) => new(id.Name, PyProject.InOrder(files.Values.Select(file => file.File)));

    /// <summary>In which form a page is wanted; null if in none that there is.</summary>
    private static string? TypeOf(FormatRequest request) =>
        PageType.Choose(string.Join(',', request.Http.Headers.Where(header => header.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)));

    private static string Told(string type) => type == PageType.OldHtml ? "text/html; charset=utf-8" : type;

    private static ApiResponse NoType() => FormatAnswers.Text(406, $"A page can be had as {PageType.Json}, {PageType.Html} or {PageType.OldHtml}.\n");

    private static ApiResponse Tagged(FormatRequest request, string type, byte[] body)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"";
        return request.Http.Header("If-None-Match") == tag
            ? FormatAnswers.NotModified(tag)
            : FormatAnswers.Of(200, type, body, KeyValuePair.Create("ETag", tag), KeyValuePair.Create("Vary", "Accept"), KeyValuePair.Create("Cache-Control", "private, max-age=0"));
    }

    private static ApiException NoProject(PackageId id) => new(PackageErrors.NotFoundCode, $"There is no project '{id.Name}' in {id.Home}, nor upstream.");
}
