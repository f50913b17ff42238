using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Sluice.Packages.Formats.Ruby.Outside;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>
/// The list of all versions of all gems, with the MD5 of each gem's own file. Gems of which something is kept come first: to the lists of registries outside something is added at the end every few minutes, and whoever asks for the rest of
/// what is known gets that.
/// </summary>
internal sealed class VersionsFile(KnownGems known, GemIndex index, RubyOutside outside, DocumentCache cache)
{
    private const string Type = "text/plain; charset=utf-8";
    private const string Head = "created_at: 1970-01-01T00:00:00Z\n---\n";

    /// <summary>The last one: it may be as large as that of all gems of the world, for which the cache has no room.</summary>
    private volatile Made? _last;

    /// <summary>Stands for the lines of a gem for which those of outside are good.</summary>
    private static ReadOnlySpan<byte> AsOutside => "="u8;

    /// <exception cref="UpstreamException">A registry outside does not answer, and nothing is kept.</exception>
    public async Task<MadeDocument> GetAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var gems = await known.FindAsync(request.Repository, cancellationToken);
        var (documents, fault) = await outside.VersionsAsync(gems.Ways, cancellationToken);
        if (fault is not null && gems.Kept.Count == 0 && documents.Count == 0)
        {
            throw fault;
        }

        var there = string.Join(' ', documents.Select(list => list.Document.Sha256));
        var (name, stamp) = ($"{request.Address}versions", $"{gems.Stamp} {there}");
        if (_last is { } last && last.Name == name && last.Stamp == stamp)
        {
            return last.Document;
        }

        var made = await cache.GetAsync(name, [], stamp, async () => MadeDocument.Of(await MakeAsync(request, gems, documents, there, cancellationToken), Type));
        _last = new Made(name, stamp, made);
        return made;
    }

    /// <summary>The names in it.</summary>
    public async Task<MadeDocument> NamesAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(VersionLines.NamesOf((await GetAsync(request, cancellationToken)).Plain), StringComparer.Ordinal);
        return MadeDocument.Of(Encoding.UTF8.GetBytes(GemIndex.Begin + string.Concat(names.Select(name => name + "\n"))), Type);
    }

    private async Task<byte[]> MakeAsync(FormatRequest request, AllGems gems, IReadOnlyList<(RepositoryWay Way, UpstreamDocument Document)> documents, string there, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Encoding.UTF8.GetBytes(Head));
        var (told, left) = (new HashSet<string>(StringComparer.Ordinal), new List<PackageId>());
        foreach (var (name, stamp) in gems.Kept)
        {
            var id = gems.Id(name);
            var line = await cache.GetAsync($"{request.Address}versions/{name}", [], $"{stamp} {there}", async () => MadeDocument.Of(
                documents.Count > 0 && await index.IsAsOutsideAsync(id, cancellationToken) ? AsOutside.ToArray() : await LineAsync(id, cancellationToken), Type));
            if (line.Plain.AsSpan().SequenceEqual(AsOutside))
            {
                left.Add(id);
                continue;
            }

            told.Add(name);
            bytes.Write(line.Plain);
        }

        foreach (var (way, document) in documents)
        {
            VersionLines.Copy(document.Content, bytes, told, gems.Gates.AreOpen(gems.Ways) ? null : new GivenNumbers(gems, way).Of);
        }

        // What is kept is here, whatever becomes of it outside.
        foreach (var id in left.Where(id => !told.Contains(id.Name)))
        {
            bytes.Write(await LineAsync(id, cancellationToken));
        }

        return bytes.ToArray();
    }

    /// <summary>Nothing if all of the gem is hidden, or withheld.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "Bundler asks for it; nothing is kept safe by it.")]
    private async Task<byte[]> LineAsync(PackageId id, CancellationToken cancellationToken)
    {
        try
        {
            var lines = await index.LinesAsync(id, cancellationToken);
            var file = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(GemIndex.Text(lines))));
            return lines.Count == 0 ? [] : Encoding.UTF8.GetBytes($"{id.Name} {string.Join(',', lines.Select(line => line.File.Number))} {file}\n");
        }
        catch (UpstreamException)
        {
            return [];
        }
    }

    private sealed record Made(string Name, string Stamp, MadeDocument Document);
}
