using System.Text.Json.Nodes;
using Sluice.Packages.Formats.NuGet.Catalog;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Wire;

namespace Sluice.Packages.Formats.NuGet.Reading;

/// <summary>Metadata of versions.</summary>
internal sealed class Registrations
{
    private const string Extension = ".json";
    private readonly Catalogue _catalogue;

    internal Registrations(Catalogue catalogue) => _catalogue = catalogue;

    /// <summary>All versions of a package, or one of them; null if there is no such one.</summary>
    public async Task<ApiResponse?> AnswerAsync(FormatRequest request, string hive, string id, string file, CancellationToken cancellationToken)
    {
        if (PackageName.Key(id) is not { } name || !file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var versions = await _catalogue.ReadAsync(request.Repository, name, hive == NuGetAddresses.NewRegistration, cancellationToken);
        var registration = new Registration(new NuGetAddresses(request.Address), hive);
        if (file.Equals("index.json", StringComparison.OrdinalIgnoreCase))
        {
            return versions.Count > 0 ? NuGetAnswers.Json(registration.Index(name, versions)) : null;
        }

        var number = PackageNumber.Key(file[..^Extension.Length]);
        return versions.FirstOrDefault(version => version.Number == number) is { } found ? NuGetAnswers.Json(registration.Leaf(name, found)) : null;
    }

    /// <summary>The versions that people are shown, for an autocompletion.</summary>
    public async Task<JsonObject> CompleteAsync(FormatRequest request, string id, CancellationToken cancellationToken)
    {
        var newToo = request.Http.Parameter("semVerLevel")?.StartsWith('2') == true;
        var prerelease = "true".Equals(request.Http.Parameter("prerelease"), StringComparison.OrdinalIgnoreCase);
        var versions = PackageName.Key(id) is { } name ? await _catalogue.ReadAsync(request.Repository, name, newToo, cancellationToken) : [];
        return new JsonObject
        {
            ["data"] = new JsonArray([.. versions.Where(version => version.IsListed && (prerelease || !PackageNumber.Read(version.Number).IsPrerelease)).Select(version => (JsonNode)version.Number)]),
        };
    }
}
