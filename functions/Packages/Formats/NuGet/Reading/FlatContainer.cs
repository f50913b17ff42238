using System.Text.Json.Nodes;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Wire;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.NuGet.Reading;

/// <summary>Lists of versions, and files of versions.</summary>
internal sealed class FlatContainer
{
    private readonly VersionLists _lists;
    private readonly PackageContents _contents;

    internal FlatContainer(VersionLists lists, PackageContents contents) => (_lists, _contents) = (lists, contents);

    /// <summary>The answer for a path below it; null if there is nothing.</summary>
    public async Task<ApiResponse?> AnswerAsync(FormatRequest request, string[] path, CancellationToken cancellationToken) => path switch
    {
        [var id, "index.json"] when PackageName.Key(id) is { } name => await ListAsync(request.Repository, name, cancellationToken),
        [var id, var version, var file] when PackageName.Key(id) is { } name && PackageNumber.Key(version) is { } number => await FileAsync(request.Repository, name, number, file.ToLowerInvariant(), cancellationToken),
        _ => null,
    };

    private async Task<ApiResponse?> ListAsync(RepositoryId repository, string name, CancellationToken cancellationToken) =>
        await _lists.ReadAsync(repository, name, cancellationToken) is { Count: > 0 } numbers ? NuGetAnswers.Json(new JsonObject { ["versions"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]) }) : null;

    private async Task<ApiResponse?> FileAsync(RepositoryId repository, string name, string number, string file, CancellationToken cancellationToken)
    {
        if (file == NuGetAssets.Package(name, number))
        {
            return await _contents.PackageAsync(repository, name, number, cancellationToken) is { } package ? NuGetAnswers.File(package) : null;
        }

        if (file == NuGetAssets.Symbols(name, number))
        {
            return await _contents.SymbolsAsync(repository, name, number, cancellationToken) is { } symbols ? NuGetAnswers.File(symbols) : null;
        }

        if (file == $"{name}.nuspec")
        {
            return await _contents.NuspecAsync(repository, name, number, cancellationToken) is { } nuspec ? NuGetAnswers.Nuspec(nuspec) : null;
        }

        return file == "readme" && await _contents.ReadmeAsync(repository, name, number, cancellationToken) is { } readme ? NuGetAnswers.Readme(readme) : null;
    }
}
