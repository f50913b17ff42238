using Microsoft.Extensions.Logging;
using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Maven;

/// <summary>Takes files and lists from Maven repositories outside.</summary>
internal sealed class MavenOutside(UpstreamSettings settings, UpstreamDocuments documents, UpstreamFiles files, ContentStore contents, PublishVersion publish, MavenTimes times, ILogger<MavenOutside> logger)
{
    /// <summary>How many bytes a file may have.</summary>
    public const long MostBytes = 5L * 1024 * 1024 * 1024;

    private static readonly string[] Checked = ["sha1", "md5"];

    /// <summary>The file, handed on while it is stored; null if none of the places' connections has it, or it is kept by now.</summary>
    /// <exception cref="UpstreamException">It cannot be had.</exception>
    /// <exception cref="ApiException">It is not given.</exception>
    public async Task<Stream?> OpenAsync(IReadOnlyList<PackagePlace> places, PackageId asked, MavenPath path, Func<Task<bool>> isKept, CancellationToken cancellationToken)
    {
        foreach (var (place, connection) in Connected(places))
        {
            var (isThere, releasedAt) = await times.DemandAsync(place, connection, path, cancellationToken);
            if (!isThere)
            {
                continue;
            }

            var address = new Uri(connection.Address, path.Address);
            var digest = await DigestAsync(address, cancellationToken);
            var wanted = new UpstreamFile(asked.Domain, address, MostBytes, content => Different(digest, content), content => TakenAsync(place.Id, asked, connection, path, releasedAt, content)) { IsKept = isKept };
            if (await files.OpenAsync(wanted, cancellationToken) is { } file)
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>The checksum of a file, as it is outside; null if none of the places' connections has it.</summary>
    /// <exception cref="UpstreamException">It cannot be had.</exception>
    /// <exception cref="ApiException">It is not given.</exception>
    public async Task<byte[]?> ChecksumAsync(IReadOnlyList<PackagePlace> places, MavenPath path, CancellationToken cancellationToken)
    {
        foreach (var (place, connection) in Connected(places))
        {
            if ((await times.DemandAsync(place, connection, path, cancellationToken)).IsThere
                && await documents.GetAsync(new Uri(connection.Address, $"{path.Address}.{path.Checksum}"), null, cancellationToken) is { } document)
            {
                return document.Content;
            }
        }

        return null;
    }

    /// <summary>What each of the places' connections lists of an artifact, as far as it is given. One that does not answer is left out if there is something else.</summary>
    /// <exception cref="UpstreamException">One does not answer, or not with a list, and there is nothing else.</exception>
    public async Task<IReadOnlyList<(MetadataDocument List, byte[] Content)>> ListsAsync(IReadOnlyList<PackagePlace> places, MavenPath path, bool isElsewhere, CancellationToken cancellationToken)
    {
        var lists = new List<(MetadataDocument List, byte[] Content)>();
        UpstreamException? fault = null;
        foreach (var (place, connection) in Connected(places))
        {
            try
            {
                if (await documents.GetAsync(new Uri(connection.Address, path.Address), null, cancellationToken) is { } document)
                {
                    lists.Add((await times.GivenAsync(place, connection, List(connection, path, document.Content), cancellationToken), document.Content));
                }
            }
            catch (UpstreamException e)
            {
                logger.LogWarning("What {Connection} has of {Path} is not listed: {Reason}", connection.Name, path.Address, e.Message);
                fault = e;
            }
        }

        return fault is not null && lists.Count == 0 && !isElsewhere ? throw fault : lists;
    }

    private static MetadataDocument List(ExternalConnection connection, MavenPath path, byte[] content)
    {
        try
        {
            return MetadataDocument.Read(content);
        }
        catch (InvalidDataException e)
        {
            throw new UpstreamException($"{path.Address} of {connection.Name} {e.Message}.");
        }
    }

    /// <summary>The file's checksum as its repository tells it; null if it tells none.</summary>
    private async Task<(string Name, string Value)?> DigestAsync(Uri address, CancellationToken cancellationToken)
    {
        foreach (var name in Checked)
        {
            if (await documents.GetAsync(new UriBuilder(address) { Path = $"{address.AbsolutePath}.{name}" }.Uri, null, cancellationToken) is { } document && MavenChecksum.Read(document.Content, name) is { } value)
            {
                return (name, value);
            }
        }

        return null;
    }

    private static string? Different((string Name, string Value)? digest, StoredContent content) =>
        digest is var (name, expected) && MavenChecksum.Of(content.Hashes, name) is var found && found != expected ? $"its {name} is {found}, and {expected} was expected." : null;

    private async Task TakenAsync(PackageId place, PackageId asked, ExternalConnection connection, MavenPath path, DateTimeOffset? releasedAt, StoredContent content)
    {
        var publication = new Publication(place, path.Version!, [new StoredAsset(path.File, content.Size, content.Hashes)]) { TakesMore = true, Origin = VersionOrigin.Taken(connection.Name) };
        if (path.IsPom && content.Size <= SafeXml.MostBytes)
        {
            publication = Described(publication, await contents.ReadAsync(asked.Domain, content.Hashes.Sha256, CancellationToken.None));
        }

        publication = publication with { ReleasedAt = releasedAt ?? (path.IsPom ? await times.FindAsync(connection, asked, path.Version!) : null) };
        foreach (var package in new[] { place, asked }.Distinct())
        {
            await publish.RunAsync(publication with { Package = package }, CancellationToken.None);
        }
    }

    /// <summary>It is not ours to refuse what a repository outside took.</summary>
    private static Publication Described(Publication publication, byte[] bytes)
    {
        try
        {
            var pom = Pom.Read(bytes);
            return publication with { Summary = pom.Summary, Dependencies = pom.Dependencies };
        }
        catch (InvalidDataException)
        {
            return publication;
        }
    }

    /// <summary>What a place blocks is not taken.</summary>
    private IEnumerable<(PackagePlace Place, ExternalConnection Connection)> Connected(IReadOnlyList<PackagePlace> places) =>
        from place in places
        where place.Package?.Upstream is not AllowUpstream.BLOCK
        let connection = settings.Find(place.Repository.ExternalConnection)
        where connection?.Format is PackageFormat.maven
        select (place, connection);
}
