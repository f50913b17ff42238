using Sluice.Packages.Contents;
using Sluice.Packages.Formats.NuGet.Archives;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Nuspecs;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.NuGet.Publishing;

/// <summary>Publishes what a client sends: a package, or the symbols of one.</summary>
internal sealed class PushPackage
{
    private readonly ContentStore _contents;
    private readonly PackagePublisher _publisher;
    private readonly PackageStore _packages;
    private readonly PublishVersion _publish;

    internal PushPackage(ContentStore contents, PackagePublisher publisher, PackageStore packages, PublishVersion publish) => (_contents, _publisher, _packages, _publish) = (contents, publisher, packages, publish);

    /// <summary>Safe to repeat with the same bytes.</summary>
    /// <exception cref="ApiException">It is no package, or another one is there.</exception>
    public Task PackageAsync(FormatRequest request, CancellationToken cancellationToken) => ReceiveAsync(request, async (package, content) =>
    {
        if (package.IsSymbols)
        {
            throw PackageErrors.Invalid($"{package.Id} {package.Version} is a package of symbols (SymbolsPackage): push it as a .snupkg, after its package.");
        }

        await _publisher.RunAsync(request.Repository, package, content, origin: null, releasedAt: null, request.Caller.Name, cancellationToken);
    }, cancellationToken);

    /// <summary>Safe to repeat with the same bytes.</summary>
    /// <exception cref="ApiException">It is no package of symbols, its package is not there, or other symbols are.</exception>
    public Task SymbolsAsync(FormatRequest request, CancellationToken cancellationToken) => ReceiveAsync(request, async (package, content) =>
    {
        if (!package.IsSymbols)
        {
            throw PackageErrors.Invalid($"{package.Id} {package.Version} is no package of symbols: its nuspec does not have the type SymbolsPackage.");
        }

        var (name, number) = (PackageName.Key(package.Id)!, PackageNumber.Key(package.Version));
        var id = new PackageId(request.Repository.Domain, request.Repository.Name, PackageFormat.nuget, null, name);
        if (await _packages.FindVersionAsync(id, number, cancellationToken) is not { Value.IsServed: true })
        {
            throw PackageErrors.NoVersion(id, number);
        }

        await _publish.RunAsync(new Publication(id, number, [new StoredAsset(NuGetAssets.Symbols(name, number), content.Size, content.Hashes)]) { TakesMore = true, By = request.Caller.Name }, cancellationToken);
    }, cancellationToken);

    private async Task ReceiveAsync(FormatRequest request, Func<PackageManifest, StoredContent, Task> publish, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.Publishes);
        await using var archive = Scratch.Open();
        var content = await PackageUpload.ReceiveAsync(request.Http, archive, cancellationToken);
        var package = await ReadAsync(archive, cancellationToken);
        archive.Position = 0;
        await _contents.KeepAsync(request.Repository.Domain, archive, content, cancellationToken);
        await publish(package, content);
    }

    private static async Task<PackageManifest> ReadAsync(Stream archive, CancellationToken cancellationToken)
    {
        try
        {
            return await PackageReader.ReadAsync(archive, cancellationToken);
        }
        catch (FormatException e)
        {
            throw PackageErrors.Invalid($"The package {e.Message}.");
        }
    }
}
