using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Cargo.Archives;
using Sluice.Packages.Formats.Cargo.Index;
using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Cargo.Publishing;

/// <summary>Takes what <c>cargo publish</c> sends. It is stored, and its version published, once all of it was found to be good.</summary>
internal sealed class PublishCrate(ContentStore contents, PackageStore packages, CratePublisher publisher)
{
    /// <summary>Safe to repeat with the same bytes.</summary>
    /// <exception cref="ApiException">It is refused: nothing of it is there then.</exception>
    public async Task<JsonObject> RunAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.Publishes);
        await using var archive = Scratch.Open();
        var (bytes, content) = await PublishFrame.ReadAsync(request.Http.Content ?? Stream.Null, archive, cancellationToken);
        var (metadata, faults) = PublishedMetadataReader.Read(bytes);
        Refuse("The metadata of the crate is refused", faults);
        var crate = await ReadAsync(archive, $"{metadata!.Manifest.Name}-{metadata.Manifest.Version}", cancellationToken);
        Refuse("The crate is refused", PublishedRules.Differences(metadata.Manifest, crate.Manifest));

        var id = CrateName.In(request.Repository, crate.Manifest.Name);
        PublishedRules.CheckBeside(crate.Manifest, await packages.VersionsAsync(id, cancellationToken));
        archive.Position = 0;
        await contents.KeepAsync(id.Domain, archive, content, cancellationToken);
        var line = IndexLineWriter.Write(crate.Manifest, metadata.Manifest.Dependencies, content.Hashes.Sha256);
        await publisher.PublishedAsync(id, line, crate, content, crate.ReadmeText ?? metadata.Readme, [.. metadata.Manifest.Dependencies.Select(dependency => dependency.Stored)], request.Caller.Name, cancellationToken);
        return new JsonObject { ["warnings"] = new JsonObject { ["invalid_categories"] = new JsonArray(), ["invalid_badges"] = new JsonArray(), ["other"] = new JsonArray() } };
    }

    private static async Task<CrateContents> ReadAsync(Stream archive, string folder, CancellationToken cancellationToken)
    {
        try
        {
            archive.Position = 0;
            return await CrateReader.ReadAsync(archive, folder, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw PackageErrors.Invalid($"The crate is refused: '{folder}.crate' {e.Message}.");
        }
    }

    private static void Refuse(string what, IEnumerable<string> faults)
    {
        if (faults.ToList() is { Count: > 0 } all)
        {
            throw PackageErrors.Invalid($"{what}. {string.Join(". ", all)}.");
        }
    }
}
