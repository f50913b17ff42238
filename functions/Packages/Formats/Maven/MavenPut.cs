using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Maven;

/// <summary>Takes files of versions, and compares checksums with them. A version is unfinished until its list comes.</summary>
internal sealed class MavenPut(ContentStore contents, PackageStore packages, PublishVersion publish)
{
    /// <summary>Takes a file.</summary>
    /// <exception cref="ApiException">It is refused.</exception>
    public async Task<ApiResponse> FileAsync(FormatRequest request, PackageId id, MavenPath path, CancellationToken cancellationToken)
    {
        await using var scratch = Scratch.Open();
        var stored = await ReadAsync(request, scratch, MavenOutside.MostBytes, cancellationToken);
        scratch.Position = 0;
        var pom = path.IsPom ? await PomAsync(scratch, stored, path, cancellationToken) : null;
        scratch.Position = 0;
        await contents.KeepAsync(id.Domain, scratch, stored, cancellationToken);
        await publish.RunAsync(
            new Publication(id, path.Version!, [new StoredAsset(path.File, stored.Size, stored.Hashes)])
            {
                Unfinished = true, TakesMore = true, By = request.Caller.Name, Summary = pom?.Summary ?? VersionSummary.None, Dependencies = pom?.Dependencies ?? [],
            },
            cancellationToken);
        return FormatAnswers.Text(201, "");
    }

    /// <summary>Compares a checksum with the file, which was sent before.</summary>
    /// <exception cref="ApiException">It is another one, or there is no such file.</exception>
    public async Task<ApiResponse> ChecksumAsync(FormatRequest request, PackageId id, MavenPath path, CancellationToken cancellationToken)
    {
        var sent = await DocumentAsync(request, MavenChecksum.MostBytes, cancellationToken);
        var digest = MavenChecksum.Read(sent, path.Checksum!) ?? throw PackageErrors.Invalid($"{path.File}.{path.Checksum}: a {path.Checksum} in hexadecimal digits is expected.");
        if (path.IsMetadata)
        {
            // That is made here: the checksum is of something that is not kept.
            return FormatAnswers.Text(201, "");
        }

        var asset = (await packages.FindVersionAsync(id, path.Version!, cancellationToken))?.Value.Asset(path.File) ?? throw new ApiException(PackageErrors.NotFoundCode, $"There is no file '{path.File}' whose {path.Checksum} this would be: it comes first.");
        var found = MavenChecksum.Of(asset.Hashes, path.Checksum!);
        return found == digest ? FormatAnswers.Text(201, "") : throw PackageErrors.Invalid($"{path.File}.{path.Checksum}: the file has {found}, not {digest}; was it changed on its way?");
    }

    /// <summary>A body that is a small document.</summary>
    /// <exception cref="ApiException">It is too long.</exception>
    public static async Task<byte[]> DocumentAsync(FormatRequest request, int most, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await ReadAsync(request, bytes, most, cancellationToken);
        return bytes.ToArray();
    }

    private static async Task<StoredContent> ReadAsync(FormatRequest request, Stream to, long most, CancellationToken cancellationToken)
    {
        try
        {
            return await HashingCopy.RunAsync(request.Http.Content ?? Stream.Null, to, most, cancellationToken);
        }
        catch (ContentTooLargeException)
        {
            throw PackageErrors.Invalid($"{request.Path}: at most {most} bytes are expected.");
        }
    }

    private static async Task<Pom> PomAsync(Stream scratch, StoredContent stored, MavenPath path, CancellationToken cancellationToken)
    {
        if (stored.Size > SafeXml.MostBytes)
        {
            throw PackageErrors.Invalid($"{path.File}: a POM of at most {SafeXml.MostBytes} bytes is expected.");
        }

        try
        {
            var bytes = new byte[stored.Size];
            await scratch.ReadExactlyAsync(bytes, cancellationToken);
            var pom = Pom.Read(bytes);
            return pom.Faults(path).ToList() is { Count: > 0 } faults ? throw PackageErrors.Invalid($"{path.File} is refused. {string.Join(". ", faults)}.") : pom;
        }
        catch (InvalidDataException e)
        {
            throw PackageErrors.Invalid($"{path.File} {e.Message}.");
        }
    }
}
