using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Images.Finding;
using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;

namespace Sluice.Packages.Images.Manifests;

/// <summary>Lists the manifests about another one: signatures, lists of what is in it, and their like.</summary>
internal sealed class ListReferrers(ImageFinder finder, ImageStore images, ContentStore contents)
{
    /// <exception cref="ImageRefusal">The digest is none.</exception>
    public async Task<ApiResponse> AnswerAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        var (subject, wanted) = (request.Digest, request.Http.Parameter("artifactType"));
        var listed = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var place in await finder.PlacesAsync(request.Name, cancellationToken))
        {
            foreach (var digest in (await images.ReferrersAsync(place, subject, cancellationToken)).Where(digest => !listed.ContainsKey(digest)))
            {
                if (await DescribedAsync(place, digest, cancellationToken) is { } described && (wanted is null || (string?)described["artifactType"] == wanted))
                {
                    listed[digest] = described;
                }
            }
        }

        return ImageAnswers.Document(
            new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = ManifestTypes.Index, ["manifests"] = new JsonArray([.. listed.Values]) }, ManifestTypes.Index, wanted is null ? [] : [("OCI-Filters-Applied", "artifactType")]);
    }

    private async Task<JsonObject?> DescribedAsync(ImageName name, string digest, CancellationToken cancellationToken)
    {
        if (await images.ManifestAsync(name, digest, cancellationToken) is not { } stored)
        {
            return null;
        }

        var manifest = ManifestReader.Read(await contents.ReadAsync(name.Home.Domain, stored.Sha256, cancellationToken), stored.MediaType);
        var described = new JsonObject { ["mediaType"] = stored.MediaType, ["digest"] = digest, ["size"] = stored.Size };
        if (manifest.ArtifactType is { } type)
        {
            described["artifactType"] = type;
        }

        if (manifest.Annotations is { } annotations)
        {
            described["annotations"] = annotations;
        }

        return described;
    }
}
