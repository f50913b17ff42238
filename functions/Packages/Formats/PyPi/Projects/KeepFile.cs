using System.Text.Json;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.PyPi.Archives;
using Sluice.Packages.Formats.PyPi.Names;
using Sluice.Packages.Formats.PyPi.Pages;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>Retains files of registries outside: in the repository that has the connection, and in the one that was asked.</summary>
internal sealed class KeepFile(ContentStore contents, PackageStore packages, PublishVersion publish, TimeProvider time)
{
    /// <summary>Notes down a file whose content is stored.</summary>
    public async Task TakenAsync(PackageId asked, OutsidePlace place, StoredContent content, CancellationToken cancellationToken)
    {
        var name = PyFileName.Read(place.File.File.Name, asked.Name)!;
        var metadata = await MetadataAsync(asked, name, content, cancellationToken);
        var stored = metadata is null || name.Kind is not PyFileKind.Wheel ? null : await contents.WriteAsync(asked.Domain, metadata, cancellationToken);
        var file = place.File.File with { Metadata = stored?.Hashes.Sha256, UploadedAt = place.File.File.UploadedAt ?? FileFacts.Moment(time.GetUtcNow()) };
        var asset = new StoredAsset(file.Name, content.Size, content.Hashes) { Facts = FileFacts.Of(file) };
        var publication = await DescribedAsync(new Publication(place.Package, file.Version, [asset]) { TakesMore = true, Origin = VersionOrigin.Taken(place.Connection), ReleasedAt = place.File.File.Uploaded }, name, metadata, cancellationToken);
        foreach (var package in new[] { place.Package, asked }.Distinct())
        {
            await publish.RunAsync(publication with { Package = package }, cancellationToken);
        }
    }

    /// <summary>A publication with all that its file's metadata says. That of sources may leave open what is known only once they are built: it counts where there is nothing else.</summary>
    public async Task<Publication> DescribedAsync(Publication publication, PyFileName file, byte[]? bytes, CancellationToken cancellationToken)
    {
        if (bytes is null || (file.Kind is not PyFileKind.Wheel && await packages.FindVersionAsync(publication.Package, publication.Version, cancellationToken) is { Value.Document: not null }))
        {
            return publication;
        }

        var (domain, metadata) = (publication.Package.Domain, CoreMetadataReader.Read(bytes));
        var document = await contents.WriteAsync(domain, JsonSerializer.SerializeToUtf8Bytes(metadata.ToJson()), cancellationToken);
        var readme = metadata.Description is { } text ? await contents.WriteAsync(domain, System.Text.Encoding.UTF8.GetBytes(text), cancellationToken) : null;
        return publication with { Summary = metadata.Summary, Dependencies = metadata.Dependencies, Document = document.Hashes.Sha256, Readme = readme?.Hashes.Sha256 };
    }

    /// <summary>The metadata of a file; null if it has none that can be read: it is not ours to refuse what a registry outside took.</summary>
    private async Task<byte[]?> MetadataAsync(PackageId asked, PyFileName name, StoredContent content, CancellationToken cancellationToken)
    {
        try
        {
            await using var archive = await contents.OpenAsync(asked.Domain, content.Hashes.Sha256, cancellationToken);
            var bytes = await MetadataFile.ReadAsync(archive, name, cancellationToken);
            CoreMetadataReader.Read(bytes);
            return bytes;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
